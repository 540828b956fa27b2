import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { PeriodText } from '#features/records/components/period-text.tsx';
import { PermanentLink } from '#features/records/components/permanent-link.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { WebLink } from '#features/records/components/web-link.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Panel } from '#ui/panel.tsx';
import { periodSources } from '../programme-citations.ts';
import type { PublishedProgramme } from '../queries/find-published-programme.ts';

/** The short facts of a programme beside its text. What nobody knows is said. */
export function ProgrammeFacts({ programme }: { programme: PublishedProgramme }) {
  const t = useTranslations();
  const { abbreviation, organisationSlug, website } = programme;
  const facts: [string, string, ReactNode][] = [];
  if (abbreviation !== null)
    facts.push(['short', t('RecordPages.abbreviation'), <Isolate lang="en">{abbreviation}</Isolate>]);
  facts.push(['period', t('Programmes.period'), <Period programme={programme} />]);
  if (organisationSlug !== null)
    facts.push(['by', t('Programmes.organisation'), <RunBy programme={programme} slug={organisationSlug} />]);
  if (website !== null) facts.push(['website', t('RecordPages.website'), <WebLink url={website} />]);
  facts.push(['permanent', t('RecordPages.permanent'), <PermanentLink reference={programme.ref} />]);
  return (
    <Panel title={t('Programmes.card')}>
      <FactList facts={facts.map(([key, term, value]) => ({ key, term, value }))} />
    </Panel>
  );
}

function Period({ programme }: { programme: PublishedProgramme }) {
  return (
    <>
      <PeriodWords programme={programme} />
      <SourceMarks at="period" evidence={programme} sourceIds={periodSources(programme)} />
    </>
  );
}

function PeriodWords({ programme: { startedOn, endedOn } }: { programme: PublishedProgramme }) {
  const t = useTranslations();
  if (startedOn !== null && endedOn !== null) return <PeriodText from={startedOn} until={endedOn} />;
  if (startedOn !== null) return t.rich('Programmes.since', { date: () => <DateText date={startedOn} /> });
  if (endedOn !== null) return t.rich('Programmes.until', { date: () => <DateText date={endedOn} /> });
  return t('Common.unknown');
}

function RunBy({ programme, slug }: { programme: PublishedProgramme; slug: string }) {
  const locale = useLocale();
  const words = nearestText(programme.organisationNames, locale);
  if (words === null) return null;
  return (
    <a href={localisePath(locale, publicPath('organisation', slug))}>
      <LocalText words={words} />
    </a>
  );
}
