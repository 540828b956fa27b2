import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { siteDayOf } from '#i18n/time-zone.ts';
import { numberInDigits } from '../dates-in-words.ts';
import type { Release, ReleaseHistory } from '../queries/find-release-history.ts';
import { DateText } from './date-text.tsx';

type ReleasedUnit = Release['units'][number];

/** What was put before readers and when, the newest first, without anybody's name. */
export function ReleaseList({ history: { releases, version } }: { history: ReleaseHistory }) {
  const t = useTranslations('History');
  const locale = useLocale();
  const n = (value: number) => numberInDigits(value, locale);
  return (
    <>
      {version > releases.length ? (
        <p className="muted small">{t('newest', { shown: n(releases.length), total: n(version) })}</p>
      ) : null}
      <ol className="releases" reversed start={version}>
        {releases.map((release) => (
          <li key={release.version}>
            <p className="dot-list">
              <strong>{t('version', { n: n(release.version) })}</strong>
              <DateText date={siteDayOf(new Date(release.at))} />
            </p>
            <ul className="small">
              {release.units.map((unit, at) => (
                // Units of one release have an order and no name of their own.
                <li key={at}>
                  <UnitLine unit={unit} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function UnitLine({ unit: { scope, deed, changed } }: { unit: ReleasedUnit }): ReactNode {
  const t = useTranslations('History');
  const isChange = changed.length > 0;
  if (scope !== 'facts') {
    if (deed === 'withdrawn') return t('textWithdrawn', { language: scope });
    return t(isChange ? 'textChanged' : 'textReleased', { language: scope });
  }
  if (deed === 'withdrawn') return t('factsWithdrawn');
  return isChange ? <ChangedFacts changed={changed} /> : t('factsReleased');
}

const FIELDS = [
  'agreements',
  'claims',
  'country',
  'decisions',
  'endedOn',
  'geonames',
  'kind',
  'latitude',
  'longitude',
  'milestones',
  'nuts',
  'organisation',
  'parties',
  'place',
  'population',
  'programmes',
  'projects',
  'publishedOn',
  'related',
  'sdgs',
  'slug',
  'sources',
  'startedOn',
  'themes',
  'type',
  'unlocode',
  'website',
  'wikidata',
] as const;

function ChangedFacts({ changed }: Pick<ReleasedUnit, 'changed'>) {
  const t = useTranslations();
  const named = FIELDS.filter((field) => changed.includes(field));
  return (
    <>
      {t('History.factsChanged')}{' '}
      <span className="comma-list">
        {named.map((field) => (
          <span key={field}>{t(`Fields.${field}`)}</span>
        ))}
      </span>
    </>
  );
}
