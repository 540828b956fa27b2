import { type SQL, sql } from 'drizzle-orm';

/** Letters that people mix up or leave out when they search, and what stands for them. */
const FOLD = { from: 'أإآٱىةؤئ', to: 'اااايهوي' };

/**
 * Words as the desk's search compares them: small letters, no vowel signs, one form of alif, ya and ta marbuta.
 */
export function foldArabic(text: string): string {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u064B-\u065F\u0670\u0640]/gu, '');
  return [...bare].map((letter) => FOLD.to[FOLD.from.indexOf(letter)] ?? letter).join('');
}

/** The same over a text in the database. */
export function folded(text: SQL): SQL {
  return sql`translate(regexp_replace(lower(${text}), ${'[\u064B-\u065F\u0670\u0640]'}, '', 'g'), ${FOLD.from}, ${FOLD.to})`;
}
