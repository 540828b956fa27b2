import { useLocale } from 'next-intl';
import { DIRECTION } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import type { LocalText as Words } from '#i18n/nearest-text.ts';

/** A short text such as a name, isolated, and named as foreign where it is not in the reader's language. */
export function LocalText({ words }: { words: Words }) {
  const isForeign = words.locale !== useLocale();
  return (
    <bdi dir={DIRECTION[words.locale]} lang={isForeign ? words.locale : undefined}>
      {isolateRuns(words.text, words.locale)}
    </bdi>
  );
}
