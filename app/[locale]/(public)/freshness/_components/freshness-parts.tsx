import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ShareTable } from '#features/insights/components/share-table.tsx';
import {
  CHECK_AGES,
  type Completeness,
  KNOWN_FACTS,
  KNOWN_OF_PLACES,
} from '#features/insights/queries/count-completeness.ts';
import { StatusBadge } from '#features/partnerships/components/status-badge.tsx';
import type { FacetValue } from '#features/partnerships/queries/count-facets.ts';
import { PARTNERSHIP_STATUSES } from '#features/vocabulary/model.ts';
import { LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';
import { Isolate } from '#ui/isolate.tsx';
import { PagePart } from '../../_components/page-part.tsx';

interface FreshnessPartsProps {
  completeness: Completeness;
  statuses: readonly FacetValue[];
  languages: readonly FacetValue[];
}

/** How alive, how complete and how freshly checked the register is; each row that has a list leads to it. */
export function FreshnessParts({ completeness, statuses, languages }: FreshnessPartsProps) {
  const t = useTranslations('Freshness');
  const { partnerships, known, checked, places, knownOfPlaces } = completeness;
  const columns = { count: t('count'), share: t('share') };
  const part = (id: 'checked' | 'known' | 'languages' | 'places' | 'status', rows: Row[], total = partnerships) => (
    <PagePart id={id} title={t(`${id}.title`)}>
      <p className="part-lead">{t(`${id}.text`)}</p>
      <ShareTable
        caption={t(`${id}.title`)}
        columns={{ what: t(`${id}.column`), ...columns }}
        rows={rows}
        total={total}
      />
    </PagePart>
  );
  return (
    <div className="page-parts">
      {part('status', useStatusRows(statuses))}
      {part(
        'checked',
        CHECK_AGES.map((age) => ({ key: age, name: t(`checked.${age}`), count: checked[age] })),
      )}
      <MoreLink question={{ check: 'needed' }}>{t('toCheck')}</MoreLink>
      {part(
        'known',
        KNOWN_FACTS.map((fact) => ({ key: fact, name: t(`known.${fact}`), count: known[fact] })),
      )}
      {part('languages', useLanguageRows(languages))}
      {part(
        'places',
        KNOWN_OF_PLACES.map((fact) => ({ key: fact, name: t(`places.${fact}`), count: knownOfPlaces[fact] })),
        places,
      )}
    </div>
  );
}

interface Row {
  key: string;
  name: ReactNode;
  count: number;
}

function useStatusRows(statuses: readonly FacetValue[]): Row[] {
  const listed = useListAddress();
  return PARTNERSHIP_STATUSES.map((status) => {
    const count = countOf(statuses, status);
    const tag = <StatusBadge status={status} />;
    return { key: status, name: count === 0 ? tag : <a href={listed({ status })}>{tag}</a>, count };
  });
}

function useLanguageRows(languages: readonly FacetValue[]): Row[] {
  const listed = useListAddress();
  return LOCALES.map((language) => {
    const count = countOf(languages, language);
    const name = <Isolate lang={language}>{LANGUAGE_NAME[language]}</Isolate>;
    return { key: language, name: count === 0 ? name : <a href={listed({ language })}>{name}</a>, count };
  });
}

function MoreLink({ question, children }: { question: Record<string, string>; children: ReactNode }) {
  const listed = useListAddress();
  return (
    <p>
      <a href={listed(question)}>{children}</a>
    </p>
  );
}

function useListAddress() {
  const locale = useLocale();
  return (question: Record<string, string>) => addressWith(localisePath(locale, '/partnerships'), question);
}

function countOf(values: readonly FacetValue[], value: string): number {
  return values.find((one) => one.value === value)?.count ?? 0;
}
