import { useLocale, useTranslations } from 'next-intl';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { plainIsolate } from '#ui/plain-isolate.ts';
import type { LineWords } from '../partnership-lines.ts';

/** The words of lines in the language of the page. */
export function useLineWords(): LineWords {
  const locale = useLocale();
  const t = useTranslations('Map');
  const common = useTranslations('Common');
  return {
    locale,
    pairTitle: (first, second) => t('pairTitle', { first: plainIsolate(first), second: plainIsolate(second) }),
    distance: (km) => common('distance', { distance: numberInDigits(km, locale) }),
  };
}
