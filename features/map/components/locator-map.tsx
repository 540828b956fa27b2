import { useTranslations } from 'next-intl';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { placeLabels } from '../place-labels.ts';
import { VIEW_WIDTH, viewOfPoint } from '../view.ts';
import { Land } from './land.tsx';
import { MapLabel } from './map-label.tsx';

interface LocatorMapProps {
  latitude: number;
  longitude: number;
  name: string;
  /** Where the name is in another language than the page. */
  lang?: string | undefined;
}

/** Where a place lies, seen from far enough to know the coasts. */
export function LocatorMap({ latitude, longitude, name, lang }: LocatorMapProps) {
  const t = useTranslations('Map');
  const { projection, height, landTransform } = viewOfPoint(longitude, latitude);
  const at = projection([longitude, latitude]) ?? [0, 0];
  const end = { name, lang, latitude, longitude };
  return (
    <div className="locator-map">
      <svg
        aria-label={t('locator', { name: plainIsolate(name) })}
        className="map"
        role="img"
        viewBox={`0 0 ${String(VIEW_WIDTH)} ${String(height)}`}
      >
        <Land transform={landTransform} />
        <path className="map-here" d={`M${at[0].toFixed(1)} ${at[1].toFixed(1)}h0`} />
        {placeLabels({ dots: [{ end, at }], captions: [], height }).map((label) => (
          <MapLabel key={label.text} label={label} />
        ))}
      </svg>
    </div>
  );
}
