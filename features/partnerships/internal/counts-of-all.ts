import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Locale } from '#i18n/locales.ts';

/** Counts of everything that is published, and the state of the register in which they were counted. */
interface Kept<T> {
  state: string;
  counted: Promise<T>;
}

/**
 * Keeps what was counted of all that is published until the next release: most questions leave one filter open, whose values
 * are counted among everything.
 *
 * @returns asks for what is kept in a language, as of a day
 */
export function createCountsOfAll<T>(): (locale: Locale, day: string, count: () => Promise<T>) => Promise<T> {
  const kept = new Map<Locale, Kept<T>>();
  return async (locale, day, count) => {
    const state = `${day} ${await findState()}`;
    const known = kept.get(locale);
    if (known?.state === state) return known.counted;
    const counted = count();
    kept.set(locale, { state, counted });
    counted.catch(() => {
      if (kept.get(locale)?.counted === counted) kept.delete(locale);
    });
    return counted;
  };
}

/** Every release and every withdrawal is one line more. */
async function findState(): Promise<string> {
  const [row] = await publicDb().execute<{ last: string }>(
    sql`select coalesce(max(id), 0)::text as last from release_log`,
  );
  return row?.last ?? '0';
}
