import { useLocale, useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import type { RelatedPartnership } from '../queries/list-related-partnerships.ts';
import { PairTitle } from './pair-title.tsx';

interface RelatedListProps {
  partnership: PublishedPartnership;
  related: readonly RelatedPartnership[];
}

/** Partnerships that share sides or fields of cooperation with one, each with what it shares. */
export function RelatedList({ partnership, related }: RelatedListProps) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  return (
    <ul className="index-list">
      {related.map((one) => (
        <li key={one.partnership.id}>
          <a href={localisePath(locale, publicPath('partnership', one.partnership.slug))}>
            <PairTitle partnership={one.partnership} />
          </a>
          <span className="small">
            {t('relatedBy')} <SharedNames partnership={partnership} related={one} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function SharedNames({ partnership, related }: { partnership: PublishedPartnership; related: RelatedPartnership }) {
  const locale = useLocale();
  const sides = partnership.parties
    .map(({ placeId, organisationId, names }) => ({ id: placeId ?? organisationId ?? '', names }))
    .filter(({ id }) => related.sideIds.includes(id));
  const themes = partnership.themes.filter(({ id }) => related.themeIds.includes(id));
  return (
    <span className="comma-list">
      {[...sides, ...themes].map(({ id, names }) => {
        const words = nearestText(names, locale);
        return words === null ? null : (
          <span key={id}>
            <LocalText words={words} />
          </span>
        );
      })}
    </span>
  );
}
