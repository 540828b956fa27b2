import { suggestBelow, type SuggestionWords } from '../suggestions.ts';
import { whenAwake } from '../when-awake.ts';

whenAwake(() => {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    const { suggest = '', suggestWords = '' } = field.dataset;
    suggestBelow(field, { address: suggest, words: wordsFrom(suggestWords) });
  }
});

/** The page writes what this file expects. */
function wordsFrom(json: string): SuggestionWords {
  return JSON.parse(json) as SuggestionWords;
}
