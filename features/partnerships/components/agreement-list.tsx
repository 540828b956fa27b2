import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { WebLink } from '#features/records/components/web-link.tsx';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { nestedLabel } from '#features/records/nested-labels.ts';
import { useWord } from '#i18n/use-word.ts';
import { FactList } from '#ui/fact-list.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { sourcesAt } from '../sources-of-fact.ts';
import { FactKnown } from './fact-known.tsx';
import { FactName } from './fact-name.tsx';

type Agreement = PublishedPartnership['agreements'][number];

/** What was signed, by whom and for how long. */
export function AgreementList({ partnership }: { partnership: PublishedPartnership }) {
  return (
    <ul className="stack">
      {partnership.agreements.map((agreement) => (
        <AgreementPanel agreement={agreement} key={agreement.id} partnership={partnership} />
      ))}
    </ul>
  );
}

interface AgreementProps {
  agreement: Agreement;
  partnership: PublishedPartnership;
}

function AgreementPanel({ agreement, partnership }: AgreementProps) {
  return (
    <li className="panel" id={`agreement-${agreement.id}`}>
      <AgreementTitle agreement={agreement} partnership={partnership} />
      <FactList facts={useAgreementFacts(agreement, partnership)} />
      <FactKnown
        at={{ path: `agreements.${agreement.id}` }}
        fact={<FactName partnership={partnership} path={`agreements.${agreement.id}`} />}
        partnership={partnership}
      />
    </li>
  );
}

function AgreementTitle({ agreement, partnership }: AgreementProps) {
  const locale = useLocale();
  const kindWord = useWord('agreementKinds')(agreement.kind);
  const title = nestedLabel(partnership.labels, 'agreements', { id: agreement.id, field: 'title' });
  return (
    <>
      {title === null ? null : <p className="kicker">{kindWord}</p>}
      <h3 className="agreement-title">
        <LocalText
          words={title === null ? { text: kindWord, locale } : { text: title, locale: partnership.textLocale }}
        />
        <SourceMarks
          at={`signed-${agreement.id}`}
          evidence={partnership}
          sourceIds={sourcesAt(partnership, `agreements.${agreement.id}`, 'signedOn')}
        />
      </h3>
    </>
  );
}

function useAgreementFacts(agreement: Agreement, partnership: PublishedPartnership) {
  const t = useTranslations('Partnerships');
  const { labels, textLocale } = partnership;
  const { id, signedOn, inForceFrom, inForceUntil, openEnded, url } = agreement;
  const signatories = nestedLabel(labels, 'agreements', { id, field: 'signatories' });
  const facts: [string, string, ReactNode][] = [];
  if (signedOn !== null) facts.push(['signedOn', t('signedOn'), <DateText date={signedOn} />]);
  if (inForceFrom !== null) facts.push(['from', t('inForceFrom'), <DateText date={inForceFrom} />]);
  if (inForceUntil === null) facts.push(['until', t('inForceUntil'), t(openEnded ? 'openEnded' : 'noKnownEnd')]);
  else facts.push(['until', t('inForceUntil'), <EndOfTerm agreement={agreement} partnership={partnership} />]);
  if (signatories !== null) {
    facts.push([
      'by',
      t('signatories'),
      <TextBlock locale={textLocale}>{isolateRuns(signatories, textLocale)}</TextBlock>,
    ]);
  }
  if (url !== null) facts.push(['url', t('document'), <WebLink url={url} />]);
  return facts.map(([key, term, value]) => ({ key, term, value }));
}

function EndOfTerm({ agreement: { id, inForceUntil }, partnership }: AgreementProps) {
  if (inForceUntil === null) return null;
  return (
    <>
      <DateText date={inForceUntil} />
      <SourceMarks
        at={`until-${id}`}
        evidence={partnership}
        sourceIds={sourcesAt(partnership, `agreements.${id}`, 'inForceUntil')}
      />
    </>
  );
}
