import { and, eq } from 'drizzle-orm';
import { organisation, organisationText as textTable } from '#db/schema/organisations.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import { sortKeyOf } from '#features/records/sort-key.ts';
import type { Locale } from '#i18n/locales.ts';
import { organisationFacts, organisationText } from '../input.ts';

/** Writes the facts of an organisation before the public. */
export async function projectOrganisationFacts(projected: Projected, facts: Content): Promise<void> {
  const { tx, id, ref, sourceLocale, now } = projected;
  const { slug, kind, country = null, place = null, website = null, wikidata = null } = organisationFacts.parse(facts);
  const row = { ref, slug, kind, country, placeId: place, website, wikidata, sourceLocale, publishedAt: now };
  await tx
    .insert(organisation)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: organisation.id, set: row });
}

/** Writes the text of an organisation in one language before the public. */
export async function projectOrganisationText(
  { tx, id, now }: Projected,
  locale: Locale,
  text: Content,
): Promise<void> {
  const parsed = organisationText.parse(text);
  const { aliases = [], title } = parsed;
  const row = { ...publishedText(parsed, locale, now), aliases, sortKey: sortKeyOf(title, locale) };
  await tx
    .insert(textTable)
    .values({ organisationId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.organisationId, textTable.locale], set: row });
}

/** Takes an organisation away from the public, with its texts. */
export async function withdrawOrganisationFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(organisation).where(eq(organisation.id, id));
}

/** Takes one language of an organisation away from the public. */
export async function withdrawOrganisationText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.organisationId, id), eq(textTable.locale, locale)));
}
