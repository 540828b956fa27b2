import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { sourcesOf } from '#features/records/fact-evidence.ts';
import { nestedLabel } from '#features/records/nested-labels.ts';
import { useWord } from '#i18n/use-word.ts';
import { FactList } from '#ui/fact-list.tsx';
import type { PublishedParty, PublishedPartnership } from '../queries/find-published-partnership.ts';
import { SideName } from './side-name.tsx';

/** The sides whose own view is known, side by side. */
export function SideViews({ partnership }: { partnership: PublishedPartnership }) {
  const sides = partnership.parties.filter((party) => hasView(party, partnership));
  return (
    <div className="side-views">
      {sides.map((party) => (
        <SideView key={party.id} partnership={partnership} party={party} />
      ))}
    </div>
  );
}

/** Whether anything is known of how a side sees the relation. */
export function hasView(
  { id, ownType, confirmation, role }: PublishedParty,
  { labels }: PublishedPartnership,
): boolean {
  const ownName = nestedLabel(labels, 'parties', { id, field: 'ownName' });
  return ownName !== null || ownType !== null || confirmation !== null || role !== null;
}

function SideView({ party, partnership }: { party: PublishedParty; partnership: PublishedPartnership }) {
  return (
    <section className="side-view">
      <h3>
        <SideName side={party} />
        <SourceMarks
          at={`view-${party.id}`}
          evidence={partnership}
          sourceIds={sourcesOf(partnership, { path: `parties.${party.id}` })}
        />
      </h3>
      <FactList facts={useViewFacts(party, partnership)} />
    </section>
  );
}

function useViewFacts(party: PublishedParty, { labels, textLocale }: PublishedPartnership) {
  const t = useTranslations('Partnerships');
  const typeWord = useWord('partnershipTypes');
  const roleWord = useWord('roles');
  const confirmationWord = useWord('confirmations');
  const { id, ownType, role, confirmation, confirmedOn } = party;
  const ownName = nestedLabel(labels, 'parties', { id, field: 'ownName' });
  const facts: [string, string, ReactNode][] = [];
  if (ownName !== null) facts.push(['name', t('ownName'), <LocalText words={{ text: ownName, locale: textLocale }} />]);
  if (ownType !== null) facts.push(['type', t('ownType'), typeWord(ownType)]);
  if (role !== null) facts.push(['role', t('role'), roleWord(role)]);
  if (confirmation !== null) {
    facts.push([
      'confirmation',
      t('confirmation'),
      <span className="dot-list">
        <span>{confirmationWord(confirmation)}</span>
        {confirmedOn === null ? null : <DateText date={confirmedOn} />}
      </span>,
    ]);
  }
  return facts.map(([key, term, value]) => ({ key, term, value }));
}
