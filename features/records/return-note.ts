import { z } from 'zod';

/** Why a text comes back, apart from words. */
export const RETURN_REASONS = ['meaning', 'terminology', 'style', 'direction', 'length', 'facts'] as const;

/** Why a text comes back. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why a text came back: some of the list, in words, or both. */
export interface ReturnNote {
  reasons: ReturnReason[];
  note: string;
}

/** The reasons as a form posts them: none, one, or several, none twice. */
export const reasonsField = z
  .union([z.enum(RETURN_REASONS).transform((one) => [one]), z.array(z.enum(RETURN_REASONS)).max(RETURN_REASONS.length)])
  .default([])
  .transform((reasons) => RETURN_REASONS.filter((reason) => reasons.includes(reason)));

const FIRST_LINE = /^#[a-z]+(?: #[a-z]+)*$/u;

/** The note of a unit as it is stored: the reasons as a first line of words with `#`, then the text. */
export function writeReturnNote({ reasons, note }: ReturnNote): string {
  const named = reasons.map((reason) => `#${reason}`).join(' ');
  return [named, note].filter((part) => part !== '').join('\n');
}

/** What a stored note says; notes from before there were reasons are text alone. */
export function readReturnNote(stored: string): ReturnNote {
  const [first = '', ...rest] = stored.split('\n');
  const named = FIRST_LINE.test(first) ? first.split(' ').map((word) => word.slice(1)) : [];
  const reasons = RETURN_REASONS.filter((reason) => named.includes(reason));
  const isNamed = reasons.length > 0 && reasons.length === named.length;
  return isNamed ? { reasons, note: rest.join('\n') } : { reasons: [], note: stored };
}
