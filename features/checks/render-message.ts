import { TYPE } from '@formatjs/icu-messageformat-parser';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '#i18n/locales.ts';
import { usesIn } from './internal/arguments.ts';
import { readMessage } from './internal/messages.ts';

/** A text as readers would see it, or why they would not. */
export type Rendered = { text: string; fault: null } | { text: null; fault: string };

type Value = string | number | Date;

/** Any day will do; this one has two digits in each part and a long name of its month in most languages. */
const SAMPLE_DAY = new Date(Date.UTC(2026, 10, 28, 14, 35));

/**
 * Shows a text as the pages do, with the values given and samples for all others: a value is shown by its name, a choice
 * takes its first branch, tags stay in sight.
 */
export function renderMessage(text: string, locale: string, values: Readonly<Record<string, Value>> = {}): Rendered {
  const faults: string[] = [];
  const t = createTranslator<Record<string, string>>({
    locale: asLocale(locale),
    messages: { text },
    timeZone: 'UTC',
    onError: (error) => faults.push(error.message),
    getMessageFallback: () => '',
  });
  const shown = t.markup('text', asMarkup({ ...sampleValues(text), ...values }));
  return faults[0] === undefined ? { text: shown, fault: null } : { text: null, fault: faults[0] };
}

/** A value for each argument of a text, and what keeps a tag in sight. */
function sampleValues(text: string): Record<string, unknown> {
  const uses = usesIn(readMessage(text)) ?? new Map<string, never>();
  return Object.fromEntries([...uses.values()].map(({ name, element }) => [name, sampleFor(name, element)]));
}

function sampleFor(name: string, element: { type: TYPE; options?: Record<string, unknown> }): unknown {
  if (element.type === TYPE.tag) return (chunks: string) => `<${name}>${chunks}</${name}>`;
  if (element.type === TYPE.date || element.type === TYPE.time) return SAMPLE_DAY;
  if (element.type === TYPE.number || element.type === TYPE.plural) return 3;
  if (element.type === TYPE.select) return Object.keys(element.options ?? {})[0] ?? 'other';
  return `⟨${name}⟩`;
}

/** The translator takes strings, numbers, days and functions; nothing else is made above. */
function asMarkup(values: Record<string, unknown>): Record<string, string> {
  return values as Record<string, string>;
}

/** The translator only hands the tag on to `Intl`, which knows more languages than the interface has. */
function asLocale(tag: string): Locale {
  return tag as Locale;
}
