import { Fragment, type ReactNode } from 'react';
import { diffWords, type DiffRun } from '../word-diff.ts';
import { ValueText } from './value-text.tsx';

interface TwoTexts {
  before: string;
  after: string;
  /** The language of both; `und` where it is unknown. */
  language: string;
}

/** Two states of one value, each by itself: words that only one of them has are marked, where they have words in common. */
export function changedTexts({ before, after, language }: TwoTexts): { gone: ReactNode; come: ReactNode } {
  const runs = diffWords(before, after, language);
  if (runs === null) {
    return {
      gone: (
        <del>
          <ValueText text={before} />
        </del>
      ),
      come: (
        <ins>
          <ValueText text={after} />
        </ins>
      ),
    };
  }
  return {
    gone: <Runs runs={without(runs, 'new')} />,
    come: <Runs runs={without(runs, 'gone')} />,
  };
}

/** A text with what became of an earlier one, both in one: what is gone struck through, what is new underlined. */
export function TextAgainst({ before, after, language }: TwoTexts) {
  const runs = before === after ? null : diffWords(before, after, language);
  return runs === null ? <ValueText text={after} /> : <Runs runs={runs} />;
}

const MARKS = { gone: 'del', new: 'ins' } as const;

function Runs({ runs }: { runs: readonly DiffRun[] }) {
  return (
    <p className="value-text">
      {runs.map(({ change, text }, at) => {
        if (change === 'same') return <Fragment key={at}>{text}</Fragment>;
        const Mark = MARKS[change];
        return <Mark key={at}>{text}</Mark>;
      })}
    </p>
  );
}

function without(runs: readonly DiffRun[], change: DiffRun['change']): DiffRun[] {
  return runs.filter((run) => run.change !== change);
}
