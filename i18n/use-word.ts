import { useTranslations } from 'next-intl';
import type { Messages } from './load-messages.ts';

/** A closed list of words under `Vocabulary`. */
export type WordList = keyof Messages['Vocabulary'];

/**
 * The label of a stored code in the reader's language, for one list of the vocabulary.
 *
 * @returns a function that answers the code itself where the list has no such word, so that an old record stays readable
 */
export function useWord(list: WordList): (code: string) => string {
  const t = useTranslations('Vocabulary');
  return (code) => {
    const key = asKey(`${list}.${code}`);
    return t.has(key) ? t(key) : code;
  };
}

type VocabularyKey = Parameters<ReturnType<typeof useTranslations<'Vocabulary'>>>[0];

/** The caller asks `has` before anything else, which answers for any string. */
function asKey(key: string): VocabularyKey {
  return key as VocabularyKey;
}
