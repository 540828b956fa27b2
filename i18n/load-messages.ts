import type { Locale } from './locales.ts';
import type messagesInEnglish from '../messages/en.json';

/** The interface texts of one language; every language has the keys of English. */
export type Messages = typeof messagesInEnglish;

const LOADERS: Record<Locale, () => Promise<{ default: unknown }>> = {
  ar: () => import('../messages/ar.json'),
  de: () => import('../messages/de.json'),
  en: () => import('../messages/en.json'),
};

/** The interface texts of a language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = await LOADERS[locale]();
  return asMessages(loaded.default);
}

/** The message check of CI guarantees that every language has exactly the keys and arguments of English. */
function asMessages(loaded: unknown): Messages {
  return loaded as Messages;
}
