import { and, eq } from 'drizzle-orm';
import { page, pageText as textTable } from '#db/schema/pages.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { pageFacts, pageText } from '../input.ts';

/** Writes the facts of a page before the public. */
export async function projectPageFacts({ tx, id, ref, sourceLocale, now }: Projected, facts: Content): Promise<void> {
  const { slug, isEasy = false } = pageFacts.parse(facts);
  const row = { ref, slug, isEasy, sourceLocale, publishedAt: now };
  await tx
    .insert(page)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: page.id, set: row });
}

/** Writes the text of a page in one language before the public. */
export async function projectPageText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const row = publishedText(pageText.parse(text), locale, now);
  await tx
    .insert(textTable)
    .values({ pageId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.pageId, textTable.locale], set: row });
}

/** Takes a page away from the public, with its texts. */
export async function withdrawPageFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(page).where(eq(page.id, id));
}

/** Takes one language of a page away from the public. */
export async function withdrawPageText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.pageId, id), eq(textTable.locale, locale)));
}
