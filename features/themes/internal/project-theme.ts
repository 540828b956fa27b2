import { and, eq } from 'drizzle-orm';
import { theme, themeText as textTable } from '#db/schema/themes.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { themeFacts, themeText } from '../input.ts';

/** Writes the facts of a theme before the public. */
export async function projectThemeFacts({ tx, id, ref, sourceLocale, now }: Projected, facts: Content): Promise<void> {
  const { slug, sdgs = [] } = themeFacts.parse(facts);
  const row = { ref, slug, sdgs, sourceLocale, publishedAt: now };
  await tx
    .insert(theme)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: theme.id, set: row });
}

/** Writes the text of a theme in one language before the public. */
export async function projectThemeText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const row = publishedText(themeText.parse(text), locale, now);
  await tx
    .insert(textTable)
    .values({ themeId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.themeId, textTable.locale], set: row });
}

/** Takes a theme away from the public, with its texts. */
export async function withdrawThemeFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(theme).where(eq(theme.id, id));
}

/** Takes one language of a theme away from the public. */
export async function withdrawThemeText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.themeId, id), eq(textTable.locale, locale)));
}
