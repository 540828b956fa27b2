import type { Locale } from '#i18n/locales.ts';
import type { Content } from './model.ts';
import { isPlainObject } from './plain-object.ts';

/** The columns that every published text has. */
export interface PublishedText {
  locale: Locale;
  title: string;
  lead: string | null;
  body: unknown;
  labels: Content;
  publishedAt: Date;
}

/** A text of any kind, checked strictly before. */
interface CheckedText {
  title: string;
  lead?: string | undefined;
  body?: unknown;
}

/**
 * The columns of a published text; what belongs to nested items goes into `labels`.
 *
 * @param text - as the schema of its kind gives it
 */
export function publishedText(text: CheckedText, locale: Locale, now: Date): PublishedText {
  const { title, lead = null, body = null, ...rest } = text;
  const labels = Object.fromEntries(Object.entries(rest).filter(([, value]) => isPlainObject(value)));
  return { locale, title, lead, body, labels, publishedAt: now };
}
