import { useLocale, useTranslations } from 'next-intl';
import type { PlacesBeyond as Beyond } from '#features/partnerships/queries/list-places-beyond.ts';
import { LocalText } from '#features/records/components/local-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { Chip } from '#ui/chip.tsx';
import { PagePart } from '../../../_components/page-part.tsx';

/** How many of the partners of partners a page names. */
export const BEYOND_MAX = 24;

/** The partners of a place's partners, which it could come to know through them. */
export function PlacesBeyond({ beyond: { places, total } }: { beyond: Beyond }) {
  const t = useTranslations('Places');
  const locale = useLocale();
  return (
    <PagePart id="beyond" isShown={places.length > 0} title={t('beyond')}>
      <p className="part-lead">
        {t('beyondText')}{' '}
        {total > places.length
          ? t('beyondSome', { shown: numberInDigits(places.length, locale), total: numberInDigits(total, locale) })
          : null}
      </p>
      <div className="chips">
        {places.map(({ id, slug, names, shared }) => {
          const words = nearestText(names, locale);
          return (
            <Chip
              count={shared > 1 ? numberInDigits(shared, locale) : undefined}
              href={localisePath(locale, publicPath('place', slug))}
              key={id}
            >
              {words === null ? <bdi lang="en">{slug}</bdi> : <LocalText words={words} />}
            </Chip>
          );
        })}
      </div>
    </PagePart>
  );
}
