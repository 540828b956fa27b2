import { useLocale, useTranslations } from 'next-intl';
import { SourceNote } from '#ui/source-note.tsx';
import { numberInDigits } from '../dates-in-words.ts';
import { type Evidence, numberOfSource } from '../fact-evidence.ts';
import { citationId, sourceAnchor } from '../citations.ts';

interface SourceMarksProps {
  evidence: Pick<Evidence, 'sources'>;
  sourceIds: readonly string[];
  /** Where on the page the marks stand, for the way back from the list. */
  at: string;
}

/** The small numbers behind a fact; each leads to its source. */
export function SourceMarks({ evidence, sourceIds, at }: SourceMarksProps) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return sourceIds.map((sourceId) => {
    const number = numberOfSource(evidence, sourceId);
    if (number === null) return null;
    const shown = numberInDigits(number, locale);
    return (
      <SourceNote
        href={`#${sourceAnchor(number)}`}
        id={citationId(at, number)}
        key={sourceId}
        label={t('mark', { number: shown })}
        number={shown}
      />
    );
  });
}
