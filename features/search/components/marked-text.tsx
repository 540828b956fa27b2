import type { Locale } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { markWords } from '../highlight.ts';

interface MarkedTextProps {
  text: string;
  locale: Locale;
  /** Folded words, as the query found them. */
  words: readonly string[];
}

/** A text with the words marked that were searched for. */
export function MarkedText({ text, locale, words }: MarkedTextProps) {
  return markWords(text, words).map(({ text: part, isMarked }, at) => {
    const key = `${String(at)}-${part}`;
    return isMarked ? (
      <mark key={key}>{isolateRuns(part, locale)}</mark>
    ) : (
      <span key={key}>{isolateRuns(part, locale)}</span>
    );
  });
}
