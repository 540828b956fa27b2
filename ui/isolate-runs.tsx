import type { ReactNode } from 'react';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import { splitRuns } from './foreign-runs.ts';

/**
 * Free text with its foreign stretches isolated, so that names, ranges and numbers keep their order. The letters stay as
 * they are: what is copied from the page is the stored text.
 *
 * @param baseLocale - the language of the text
 * @param foreignLang - the language of its foreign words, where all are known to be of one
 */
export function isolateRuns(text: string, baseLocale: Locale, foreignLang?: string): ReactNode[] {
  const direction = DIRECTION[baseLocale];
  return splitRuns(text, direction).map((run, at) =>
    run.foreign ? (
      <bdi
        dir={direction === 'rtl' ? 'ltr' : 'rtl'}
        key={at}
        lang={foreignLang ?? (direction === 'ltr' ? 'ar' : undefined)}
      >
        {run.text}
      </bdi>
    ) : (
      run.text
    ),
  );
}
