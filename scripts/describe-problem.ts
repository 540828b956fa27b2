import { createTranslator } from 'use-intl/core';
import { loadMessages } from '#i18n/load-messages.ts';
import type { Locale } from '#i18n/locales.ts';

/** A problem as a program reports it. */
interface Reported {
  reason: string;
  params?: Record<string, string | number> | undefined;
}

/** Sentences for problems, in a language; a reason without a sentence is given as it is. */
export async function problemSentences(locale: Locale): Promise<(problem: Reported) => string> {
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'Errors' });
  return ({ reason, params = {} }) => {
    for (const key of [`fields.${reason}`, reason]) {
      if (t.has(asKey(key))) return t(asKey(key), asParams(params));
    }
    return reason;
  };
}

/** `t.has` was or will be asked whether the key exists. */
function asKey(key: string): never {
  return key as never;
}

/** Which arguments a sentence takes is known to the check of the messages, not to the compiler here. */
function asParams(params: Record<string, string | number>): never {
  return params as never;
}
