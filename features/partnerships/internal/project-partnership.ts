import { and, eq } from 'drizzle-orm';
import { partnership, partnershipText as textTable } from '#db/schema/partnerships.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import type { Locale } from '#i18n/locales.ts';
import { partnershipFacts, type PartnershipFacts, partnershipText } from '../input.ts';
import { sinceOf, type StatusFacts } from '../model.ts';
import { writeLists } from './project-lists.ts';
import { writeStatusSpans } from './status-spans.ts';

/** Writes the facts of a partnership before the public, with all its lists. */
export async function projectPartnershipFacts(projected: Projected, facts: Content): Promise<void> {
  const { tx, id, ref, sourceLocale, now } = projected;
  const parsed = partnershipFacts.parse(facts);
  const { slug, type, sdgs = [], agreements = [] } = parsed;
  const row = { ref, slug, type, since: sinceOf(agreements), sdgs, sourceLocale, publishedAt: now };
  await tx
    .insert(partnership)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: partnership.id, set: row });
  await writeLists(tx, id, parsed);
  await writeStatusSpans(tx, [{ id, ...statusFactsOf(parsed) }]);
}

function statusFactsOf({ agreements = [], decisions = [], milestones = [] }: PartnershipFacts): StatusFacts {
  return { agreements, decisions, milestones };
}

/** Writes the text of a partnership in one language before the public, with the labels of its nested items. */
export async function projectPartnershipText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const row = publishedText(partnershipText.parse(text), locale, now);
  await tx
    .insert(textTable)
    .values({ partnershipId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.partnershipId, textTable.locale], set: row });
}

/** Takes a partnership away from the public, with its texts and lists. */
export async function withdrawPartnershipFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(partnership).where(eq(partnership.id, id));
}

/** Takes one language of a partnership away from the public. */
export async function withdrawPartnershipText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.partnershipId, id), eq(textTable.locale, locale)));
}
