import { useLocale, useTranslations } from 'next-intl';
import { PartnerLines } from '#features/partnerships/components/partner-lines.tsx';
import type { SomePartnerships } from '#features/partnerships/queries/list-partnerships-about.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { localisePath } from '#i18n/locales.ts';
import { SectionHeading } from '#ui/section-heading.tsx';

/** How many partnerships a page of something else names; the whole list is one press away. */
export const PARTNERSHIPS_MAX = 24;

interface PartnershipPartProps {
  some: SomePartnerships;
  /** What narrows the list of all down to these, such as `theme=hydrogen`. */
  filter: string;
  /** The sentence where there are none. */
  none: string;
  /** The calendar day for which statuses are computed. */
  day: string;
  /** The place whose page it is: its own name is left out. */
  placeId?: string | undefined;
}

/** The partnerships of a place, country, theme, programme or organisation: some of them, and the way to all. */
export function PartnershipPart({ some: { partnerships, total }, filter, none, day, placeId }: PartnershipPartProps) {
  const t = useTranslations();
  const locale = useLocale();
  const n = numberInDigits(total, locale);
  const isCut = total > partnerships.length;
  const all = {
    href: localisePath(locale, `/partnerships?${filter}`),
    text: t('RecordPages.allPartnerships', { count: total, n }),
  };
  return (
    <section aria-labelledby="partnerships">
      <SectionHeading id="partnerships" more={isCut ? all : undefined}>
        {t('Partnerships.title')}
      </SectionHeading>
      {total === 0 ? <p className="muted">{none}</p> : null}
      {isCut ? (
        <p className="muted small">
          {t('RecordPages.partnershipsNewest', { shown: numberInDigits(partnerships.length, locale), total: n })}
        </p>
      ) : null}
      {total === 0 ? null : <PartnerLines day={day} partnerships={partnerships} placeId={placeId} />}
    </section>
  );
}
