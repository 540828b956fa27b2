import { DIRECTION, type Locale } from '#i18n/locales.ts';
import { splitRuns } from '#ui/foreign-runs.ts';
import { plainIsolate } from '#ui/plain-isolate.ts';

/** A stretch of text with the colour it is written in. */
export interface Coloured {
  text: string;
  colour: string;
}

/** Longer than any title; what is behind could not be seen in a picture anyway. */
const LENGTH_MAX = 400;

/** Signs that turn the order of what follows, wherever they came from, and those that no line of text holds. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const NOT_OF_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+|[^\S\u00A0]+/gu;

/** A sign without width that gives a line the direction of its language, whatever letter it begins with. */
const DIRECTION_MARK = { ltr: '\u200E', rtl: '\u200F' } as const;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from data as one line of letters: without signs that turn or break it, and not endless. */
export function asLine(text: string): string {
  const whole = text.slice(0, LENGTH_MAX * 4).toWellFormed();
  const line = whole.replaceAll(UNSEEN, '').replaceAll(NOT_OF_A_LINE, ' ');
  return [...line].slice(0, LENGTH_MAX).join('');
}

/** Text as Pango takes it for nothing but text. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? '');
}

/**
 * A line for Pango: each stretch in its colour, the whole in the direction of its language, and what runs against it
 * isolated. It has to be clean already (`asLine`).
 */
export function asMarkup(stretches: readonly Coloured[], locale: Locale): string {
  const direction = DIRECTION[locale];
  const spans = stretches.map(({ text, colour }) => {
    const runs = splitRuns(text, direction).map((run) => (run.foreign ? plainIsolate(run.text) : run.text));
    return `<span foreground="${colour}">${escapeMarkup(runs.join(''))}</span>`;
  });
  return `${DIRECTION_MARK[direction]}${spans.join('')}`;
}
