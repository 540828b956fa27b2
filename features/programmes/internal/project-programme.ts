import { and, eq } from 'drizzle-orm';
import { programme, programmeText as textTable } from '#db/schema/programmes.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { programmeFacts, programmeText } from '../input.ts';

/** Writes the facts of a programme before the public. */
export async function projectProgrammeFacts(projected: Projected, facts: Content): Promise<void> {
  const { tx, id, ref, sourceLocale, now } = projected;
  const { slug, website = null, organisation = null, startedOn = null, endedOn = null } = programmeFacts.parse(facts);
  const row = { ref, slug, website, organisationId: organisation, startedOn, endedOn, sourceLocale, publishedAt: now };
  await tx
    .insert(programme)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: programme.id, set: row });
}

/** Writes the text of a programme in one language before the public. */
export async function projectProgrammeText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const parsed = programmeText.parse(text);
  const row = { ...publishedText(parsed, locale, now), abbreviation: parsed.abbreviation ?? null };
  await tx
    .insert(textTable)
    .values({ programmeId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.programmeId, textTable.locale], set: row });
}

/** Takes a programme away from the public, with its texts. */
export async function withdrawProgrammeFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(programme).where(eq(programme.id, id));
}

/** Takes one language of a programme away from the public. */
export async function withdrawProgrammeText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.programmeId, id), eq(textTable.locale, locale)));
}
