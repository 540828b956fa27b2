import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { searchSynonym } from '#db/schema/search.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { line } from '#features/records/fields.ts';
import { LOCALES } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { SEARCH_TAG } from '../model.ts';
import { foldText } from '../normalise.ts';
import { mayKeepSynonyms } from '../policy.ts';

const WORDS_MAX = 2;

const input = z.strictObject({
  locale: z.enum(LOCALES),
  term: line(80),
  others: z.array(line(80)).min(1).max(20),
  /** The row that was looked at; left out for a new one. */
  id: z.uuid().optional(),
  /** When that row had last changed. */
  seen: z.iso.datetime().optional(),
});

/**
 * Says which terms mean the same as one, from now on and for every reader.
 *
 * @throws Problem `invalid`: the term is longer than two words, has none, or stands there already; `notFound`: the row is
 *   gone; `stateRefused`: somebody changed it after the caller looked
 */
export const saveSynonyms = defineCommand({
  name: 'search.saveSynonyms',
  input,
  fromForm: (form) => ({
    locale: form.get('locale'),
    term: form.get('term'),
    others: linesOf(form.get('others')),
    id: form.get('id') ?? undefined,
    seen: form.get('seen') ?? undefined,
  }),
  load: async ({ tx }, { id, locale, term }) => {
    const folded = foldText(term).join(' ');
    const [same] = await tx
      .select()
      .from(searchSynonym)
      .where(and(eq(searchSynonym.locale, locale), eq(searchSynonym.folded, folded)))
      .for('update');
    const [row] =
      id === undefined ? [] : await tx.select().from(searchSynonym).where(eq(searchSynonym.id, id)).for('update');
    return { folded, same, row };
  },
  allow: (actor) => mayKeepSynonyms(actor),
  run: async ({ tx, now, invalidate, audit }, { folded, same, row }, { id, locale, term, others, seen }) => {
    const fault = folded === '' ? 'required' : faultOf(folded, { isTwice: same !== undefined && same.id !== id });
    if (fault !== null) throw new Problem('invalid', { fields: [{ path: 'term', reason: fault }] });
    refuseUnseen(row, { id, seen });
    const values = { locale, term, folded, others, updatedAt: now };
    await tx
      .insert(searchSynonym)
      .values({ id: id ?? uuidv7(), ...values })
      .onConflictDoUpdate({ target: searchSynonym.id, set: values });
    invalidate([SEARCH_TAG]);
    audit({ subjectKind: 'synonym', subjectId: null, detail: { term, others, before: row?.others ?? [] } });
    return {};
  },
});

function faultOf(folded: string, { isTwice }: { isTwice: boolean }): 'format' | 'twice' | null {
  if (folded.split(' ').length > WORDS_MAX) return 'format';
  return isTwice ? 'twice' : null;
}

function refuseUnseen(
  row: { updatedAt: Date } | undefined,
  { id, seen }: { id: string | undefined; seen: string | undefined },
): void {
  if (id !== undefined && row === undefined) throw new Problem('notFound');
  if (row !== undefined && row.updatedAt.toISOString() !== seen) throw new Problem('stateRefused');
}

/** A line a term; what is empty is none. */
function linesOf(value: FormDataEntryValue | null): string[] {
  const text = typeof value === 'string' ? value : '';
  return text
    .split(/[\n،,;]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
