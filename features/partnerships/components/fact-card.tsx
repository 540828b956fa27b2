import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { PermanentLink } from '#features/records/components/permanent-link.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { lastCheckedOn, lastReadOn, otherClaims, sourcesOf } from '#features/records/fact-evidence.ts';
import { publicPath } from '#features/records/public-path.ts';
import { languagesOf, nearestText } from '#i18n/nearest-text.ts';
import { LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Panel } from '#ui/panel.tsx';
import { distanceBetween } from '../bridge.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { pathOfStatus, sourcesOfBeginning, sourcesOfStatus } from '../sources-of-fact.ts';
import type { StatusBasis } from '../status-basis.ts';
import { DistanceText } from './distance-text.tsx';
import { FactKnown } from './fact-known.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { SideName } from './side-name.tsx';
import { StatusBadge } from './status-badge.tsx';
import { StatusBasisText } from './status-basis-text.tsx';

interface FactCardProps {
  partnership: PublishedPartnership;
  basis: StatusBasis;
}

/** The short facts of a partnership beside its text, each with its sources. */
export function FactCard({ partnership, basis }: FactCardProps) {
  const t = useTranslations('Partnerships');
  const facts: { key: string; term: string; value: ReactNode }[] = [
    { key: 'parties', term: t('facts.parties'), value: <PartiesFact partnership={partnership} /> },
    { key: 'type', term: t('type'), value: <TypeFact partnership={partnership} /> },
    { key: 'status', term: t('status'), value: <StatusFact basis={basis} partnership={partnership} /> },
    ...optional('since', t('since'), sinceFact(partnership)),
    ...optional('distance', t('distance'), distanceFact(partnership)),
    ...optional('programmes', t('programmes'), programmesFact(partnership)),
    ...freshnessFact(partnership, { lastChecked: t('lastChecked'), sourcesRead: t('sourcesRead') }),
    { key: 'languages', term: t('languages'), value: <Languages partnership={partnership} /> },
    { key: 'permanent', term: t('permanent'), value: <PermanentLink reference={partnership.ref} /> },
  ];
  return (
    <Panel title={t('card')}>
      <FactList facts={facts} />
    </Panel>
  );
}

function optional(key: string, term: string, value: ReactNode) {
  return value === null ? [] : [{ key, term, value }];
}

function PartiesFact({ partnership }: Pick<FactCardProps, 'partnership'>) {
  const t = useTranslations('Partnerships');
  return (
    <>
      <span className="comma-list">
        {partnership.parties.map((party) => (
          <span key={party.id}>
            <SideName side={party} />
          </span>
        ))}
      </span>
      <SourceMarks at="parties" evidence={partnership} sourceIds={sourcesOf(partnership, { path: 'parties' })} />
      <FactKnown at={{ path: 'parties' }} fact={t('facts.parties')} partnership={partnership} />
    </>
  );
}

function TypeFact({ partnership }: Pick<FactCardProps, 'partnership'>) {
  const t = useTranslations('Partnerships');
  const typeWord = useWord('partnershipTypes');
  return (
    <>
      {typeWord(partnership.type)}
      <SourceMarks at="type" evidence={partnership} sourceIds={sourcesOf(partnership, { path: 'type' })} />
      <OtherAccounts at="type" claims={otherClaims(partnership, 'type')} evidence={partnership} />
      <FactKnown at={{ path: 'type' }} fact={t('type')} partnership={partnership} />
    </>
  );
}

function StatusFact({ partnership, basis }: FactCardProps) {
  const t = useTranslations('Partnerships');
  return (
    <>
      <StatusBadge status={basis.status} />
      <span className="fact-basis">
        <StatusBasisText basis={basis} />
        <SourceMarks at="status" evidence={partnership} sourceIds={sourcesOfStatus(partnership, basis)} />
      </span>
      <FactKnown at={pathOfStatus(basis)} fact={t('status')} partnership={partnership} />
    </>
  );
}

function sinceFact(partnership: PublishedPartnership): ReactNode {
  const { since } = partnership;
  if (since === null) return null;
  return (
    <>
      <DateText date={since} />
      <SourceMarks at="since" evidence={partnership} sourceIds={sourcesOfBeginning(partnership)} />
    </>
  );
}

function distanceFact({ parties }: PublishedPartnership): ReactNode {
  const km = distanceBetween(parties);
  return km === null ? null : <DistanceText km={km} />;
}

function programmesFact({ programmes }: PublishedPartnership): ReactNode {
  return programmes.length === 0 ? null : <Programmes programmes={programmes} />;
}

function Programmes({ programmes }: Pick<PublishedPartnership, 'programmes'>) {
  const locale = useLocale();
  return (
    <ul className="plain-list">
      {programmes.map(({ id, names, slug }) => {
        const words = nearestText(names, locale);
        return words === null ? null : (
          <li key={id}>
            <a href={localisePath(locale, publicPath('programme', slug))}>
              <LocalText words={words} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** When somebody checked it; where nobody has, when its sources were read. */
function freshnessFact(partnership: PublishedPartnership, terms: { lastChecked: string; sourcesRead: string }) {
  const checked = lastCheckedOn(partnership);
  const day = checked ?? lastReadOn(partnership);
  if (day === null) return [];
  const key = checked === null ? 'sourcesRead' : 'lastChecked';
  return [{ key, term: terms[key], value: <DateText date={day} /> }];
}

/** The languages of the text, each in itself; a comma of the page's language would stand in the wrong order. */
function Languages({ partnership }: Pick<FactCardProps, 'partnership'>) {
  return (
    <span className="dot-list">
      {languagesOf(Object.keys(partnership.titles)).map((locale) => (
        <span key={locale}>
          <Isolate lang={locale}>{LANGUAGE_NAME[locale]}</Isolate>
        </span>
      ))}
    </span>
  );
}
