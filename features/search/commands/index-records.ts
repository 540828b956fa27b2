import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#db/pool.ts';
import { searchEntry, searchSeen, searchWord } from '#db/schema/search.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { remaindersOf } from '../closeness.ts';
import { buildEntry, type IndexEntry, type IndexWord } from '../internal/build-entry.ts';
import { gatherTexts } from '../internal/gather-texts.ts';
import { INDEX_VERSION, INDEXED_AT_ONCE, SEARCH_TAG } from '../model.ts';

const due = z.strictObject({ id: z.uuid(), markedAt: z.coerce.date() });

/** Brings what the public sees of some records into the index of the search, and takes out what it does not see any more. */
export const indexRecords = defineCommand({
  name: 'search.indexRecords',
  input: z.strictObject({ records: z.array(due).min(1).max(INDEXED_AT_ONCE) }),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx, invalidate }, _subject, { records }) => {
    // Two workers at once would write the same words and wait for each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('search.index', 0))`);
    const ids = records.map(({ id }) => id);
    const typeNames = await readTypeNames();
    const gathered = await gatherTexts(tx, ids);
    const entries = gathered.map((one) => buildEntry(one, one.type === null ? [] : (typeNames.get(one.type) ?? [])));
    const before = await tx
      .delete(searchEntry)
      .where(inArray(searchEntry.recordId, ids))
      .returning({ id: searchEntry.recordId });
    if (entries.length > 0) await writeEntries(tx, entries);
    await tx
      .insert(searchSeen)
      .values(records.map(({ id, markedAt }) => ({ recordId: id, version: INDEX_VERSION, markedAt })))
      .onConflictDoUpdate({
        target: searchSeen.recordId,
        set: { version: INDEX_VERSION, markedAt: sql`greatest(${searchSeen.markedAt}, excluded.marked_at)` },
      });
    if (before.length + entries.length > 0) invalidate([SEARCH_TAG]);
    return { indexed: entries.length };
  },
});

/** What each type of partnership is called, in all languages. */
async function readTypeNames(): Promise<ReadonlyMap<string, string[]>> {
  const names = new Map<string, string[]>();
  for (const locale of LOCALES) {
    const { Vocabulary } = await loadMessages(locale);
    for (const [type, name] of Object.entries(Vocabulary.partnershipTypes)) {
      names.set(type, [...(names.get(type) ?? []), name]);
    }
  }
  return names;
}

async function writeEntries(tx: Database, entries: readonly IndexEntry[]): Promise<void> {
  const rows = entries.map(({ words: _words, ...entry }) => entry);
  await tx.execute(sql`
    insert into ${searchEntry} (record_id, kind, ref, slug, locales, texts, words)
    select e."recordId", e.kind, e.ref, e.slug, e.locales, e.texts, e.vector::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e("recordId" uuid, kind text, ref text, slug text, locales text[], texts jsonb, vector text)`);
  const merged = mergeWords(entries.flatMap((entry) => entry.words));
  const words = JSON.stringify(merged.map((one) => ({ ...one, remainders: remaindersOf(one.word) })));
  // In order, so that no two transactions can wait for each other's words.
  await tx.execute(sql`
    insert into ${searchWord} (word, is_name, sounds, remainders)
    select w.word, w."isName", w.sounds, w.remainders
    from jsonb_to_recordset(${words}::jsonb) as w(word text, "isName" boolean, sounds text[], remainders text[])
    order by w.word
    on conflict (word) do update set
      is_name = ${searchWord.isName} or excluded.is_name,
      remainders = excluded.remainders,
      sounds = case when cardinality(${searchWord.sounds}) = 0 then excluded.sounds else ${searchWord.sounds} end
    where (not ${searchWord.isName} and excluded.is_name)
      or (cardinality(${searchWord.sounds}) = 0 and cardinality(excluded.sounds) > 0)
      or ${searchWord.remainders} <> excluded.remainders`);
}

function mergeWords(words: readonly IndexWord[]): IndexWord[] {
  const merged = new Map<string, IndexWord>();
  for (const { word, isName, sounds } of words) {
    const known = merged.get(word);
    const heard = known === undefined || known.sounds.length === 0 ? sounds : known.sounds;
    merged.set(word, { word, isName: isName || known?.isName === true, sounds: heard });
  }
  return [...merged.values()];
}
