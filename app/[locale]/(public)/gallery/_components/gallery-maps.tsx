import { useTranslations } from 'next-intl';
import { LocatorMap } from '#features/map/components/locator-map.tsx';
import { RouteMap } from '#features/map/components/route-map.tsx';
import { HAMBURG, type Sample, SAMPLES } from '../samples.ts';

function endOf({ key, latitude, longitude }: Sample) {
  return { name: key, latitude, longitude };
}

/** The two kinds of map, in the language of the page. */
export function GalleryMaps({ prefix }: { prefix: string }) {
  const t = useTranslations('MapPage');
  const routes = SAMPLES.map((sample) => ({
    id: `${prefix}-${sample.key}`,
    href: '/map',
    title: `${HAMBURG.key} – ${sample.key}`,
    from: endOf(HAMBURG),
    to: endOf(sample),
  }));
  return (
    <>
      <RouteMap label={`${t('mapLabel')} (${prefix})`} routes={routes} />
      <LocatorMap latitude={HAMBURG.latitude} longitude={HAMBURG.longitude} name={HAMBURG.key} />
    </>
  );
}
