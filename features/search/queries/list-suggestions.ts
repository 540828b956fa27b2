import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { searchEntry } from '#db/schema/search.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { isArabic, withoutArticle } from '../arabic.ts';
import type { FoundKind } from '../model.ts';
import { QUERY_LENGTH_MAX, QUERY_WORDS_MAX } from '../model.ts';
import { foldText } from '../normalise.ts';

/** A record whose name begins with what is being typed. */
export interface Suggestion {
  type: FoundKind;
  slug: string;
  title: string;
  textLocale: Locale;
  /** The name in another language, where the shown one is not the one that was typed. */
  gloss: string | null;
  glossLocale: Locale | null;
}

interface Row extends Record<string, unknown> {
  kind: FoundKind;
  slug: string;
  texts: Partial<Record<Locale, { title: string }>>;
}

/** Names and titles only: what is typed is a name most of the time. */
const CANDIDATES_MAX = 1000;

/**
 * Names of places, themes, partnerships and the rest that begin with what is being typed: each word but the last stands there
 * whole, the last is a beginning. First comes what has it whole, then that of which most is known.
 *
 * @param typed - untrusted
 */
export async function listSuggestions(typed: string, locale: Locale, limit: number): Promise<Suggestion[]> {
  if (typed.length > QUERY_LENGTH_MAX) return [];
  const words = foldText(typed).slice(0, QUERY_WORDS_MAX);
  const last = words.pop();
  if (last === undefined || (words.length === 0 && last.length < 2)) return [];
  // Readers look for الرباط under ر as well.
  const beginning = isArabic(last) ? [last, withoutArticle(last), `ال${last}`] : [last];
  const queryOf = (ending: string) =>
    [
      ...words.map((word) => `'${word}':AB`),
      `(${[...new Set(beginning)].map((word) => `'${word}':${ending}`).join(' | ')})`,
    ].join(' & ');
  const query = queryOf('*AB');
  const rows = await publicDb().execute<Row>(sql`
    with hit as (select record_id, words from ${searchEntry} where words @@ ${query}::tsquery limit ${CANDIDATES_MAX})
    select e.kind, e.slug, e.texts from hit join ${searchEntry} e on e.record_id = hit.record_id
    order by case e.kind when 'place' then 0 when 'theme' then 1 when 'partnership' then 2 else 3 end,
      (hit.words @@ ${queryOf('AB')}::tsquery) desc, length(hit.words) desc, e.record_id
    limit ${limit}`);
  return [...rows].map((row) => suggestionOf(row, locale));
}

function suggestionOf({ kind, slug, texts }: Row, locale: Locale): Suggestion {
  const shown = FALLBACK[locale].find((language) => texts[language] !== undefined) ?? localeOf('');
  const title = texts[shown]?.title ?? '';
  const other = FALLBACK[locale].find((language) => language !== shown && (texts[language]?.title ?? title) !== title);
  const isGlossed = kind === 'place' && other !== undefined;
  const gloss = isGlossed ? (texts[other]?.title ?? null) : null;
  return { type: kind, slug, title, textLocale: shown, gloss, glossLocale: isGlossed ? other : null };
}
