import { asc, count, like } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { searchSynonym } from '#db/schema/search.ts';
import type { Actor } from '#features/ledger/model.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { foldText } from '../normalise.ts';
import { mayReadSynonyms } from '../policy.ts';

/** A term and what means the same. */
export interface Synonyms {
  id: string;
  locale: Locale;
  term: string;
  others: string[];
  /** ISO 8601; what a form sends back to show which state it changes. */
  updatedAt: string;
}

/** How many one page of the list has. */
export const SYNONYMS_PAGE_SIZE = 50;

/**
 * Terms with others that mean the same, by term.
 *
 * @param search - the beginning of a term, folded before it is compared; empty for all
 * @param page - from 1
 * @throws Problem `forbidden`: it is for staff
 */
export async function listSynonyms(
  actor: Actor,
  { search, page }: { search: string; page: number },
): Promise<{ rows: Synonyms[]; total: number }> {
  if (!mayReadSynonyms(actor)) throw new Problem('forbidden');
  // Folded words have neither of the signs that mean something to `like`.
  const condition = like(searchSynonym.folded, `${foldText(search).join(' ')}%`);
  const [rows, [counted]] = await Promise.all([
    appDb()
      .select()
      .from(searchSynonym)
      .where(condition)
      .orderBy(asc(searchSynonym.folded), asc(searchSynonym.locale))
      .limit(SYNONYMS_PAGE_SIZE)
      .offset((page - 1) * SYNONYMS_PAGE_SIZE),
    appDb().select({ total: count() }).from(searchSynonym).where(condition),
  ]);
  return {
    rows: rows.map(({ id, locale, term, others, updatedAt }) => ({
      id,
      locale: localeOf(locale),
      term,
      others,
      updatedAt: updatedAt.toISOString(),
    })),
    total: counted?.total ?? 0,
  };
}
