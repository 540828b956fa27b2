import { useTranslations } from 'next-intl';
import type { Messages } from '#i18n/load-messages.ts';
import type { FieldProblem } from '#platform/problem.ts';

type ReasonKey = `fields.${keyof Messages['Errors']['fields']}`;

/** The sentence for what is wrong with a field; `undefined` for nothing. A reason without a sentence is said in general. */
export function useProblemText(): (problem: FieldProblem | null) => string | undefined {
  const t = useTranslations('Errors');
  return (problem) => {
    if (problem === null) return undefined;
    const key = asReasonKey(`fields.${problem.reason}`);
    return t.has(key) ? t(key, problem.params) : t('fields.format');
  };
}

/** Reasons travel as strings; whether there is a sentence is asked before it is used. */
function asReasonKey(key: string): ReasonKey {
  return key as ReasonKey;
}
