import { Fragment, type ReactNode } from 'react';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { diffWords, type DiffRun } from '../word-diff.ts';
import { ValueText, wordsOfValue } from './value-text.tsx';

interface ChangedTextsProps {
  before: unknown;
  after: unknown;
  /** The language of both; `und` where it is unknown. */
  language: string;
  options: readonly ReferenceOption[];
}

/** Two states of one value, each by itself: words that only one of them has are marked, where they have words in common. */
export function changedTexts({ before, after, language, options }: ChangedTextsProps): {
  gone: ReactNode;
  come: ReactNode;
} {
  const runs = diffWords(wordsOfValue(before, options), wordsOfValue(after, options), language);
  if (runs === null) {
    return {
      gone: (
        <del>
          <ValueText options={options} value={before} />
        </del>
      ),
      come: (
        <ins>
          <ValueText options={options} value={after} />
        </ins>
      ),
    };
  }
  return {
    gone: <Side mark="del" runs={without(runs, 'new')} />,
    come: <Side mark="ins" runs={without(runs, 'gone')} />,
  };
}

function Side({ runs, mark: Mark }: { runs: readonly DiffRun[]; mark: 'del' | 'ins' }) {
  return (
    <p className="value-text">
      {runs.map(({ change, text }, at) => (
        <Fragment key={at}>{change === 'same' ? text : <Mark>{text}</Mark>}</Fragment>
      ))}
    </p>
  );
}

function without(runs: readonly DiffRun[], change: DiffRun['change']): DiffRun[] {
  return runs.filter((run) => run.change !== change);
}
