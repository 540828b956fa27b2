import { and, eq, inArray } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { story, storyLink, storyText as textTable } from '#db/schema/stories.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { storyFacts, storyText } from '../input.ts';

/** Writes the facts of a story before the public, with the records it speaks of. */
export async function projectStoryFacts({ tx, id, ref, sourceLocale, now }: Projected, facts: Content): Promise<void> {
  const { slug, publishedOn = null, related = [] } = storyFacts.parse(facts);
  const row = { ref, slug, publishedOn, sourceLocale, publishedAt: now };
  await tx
    .insert(story)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: story.id, set: row });
  await tx.delete(storyLink).where(eq(storyLink.storyId, id));
  if (related.length === 0) return;
  const targets = await tx.select({ id: record.id, kind: record.kind }).from(record).where(inArray(record.id, related));
  const kinds = new Map(targets.map((target) => [target.id, target.kind]));
  await tx.insert(storyLink).values(
    related.flatMap((targetId, position) => {
      const targetKind = kinds.get(targetId);
      return targetKind === undefined ? [] : [{ storyId: id, targetId, targetKind, position }];
    }),
  );
}

/** Writes the text of a story in one language before the public. */
export async function projectStoryText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const row = publishedText(storyText.parse(text), locale, now);
  await tx
    .insert(textTable)
    .values({ storyId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.storyId, textTable.locale], set: row });
}

/** Takes a story away from the public, with its texts. */
export async function withdrawStoryFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(story).where(eq(story.id, id));
}

/** Takes one language of a story away from the public. */
export async function withdrawStoryText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.storyId, id), eq(textTable.locale, locale)));
}
