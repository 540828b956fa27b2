import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { fieldProblemsOf, findPrototypeKeys } from '#features/ledger/field-problems.ts';
import { runWithin } from '#features/ledger/run-command.ts';
import { indexedPath } from '#features/records/claims.ts';
import { importRecord } from '#features/records/commands/import-record.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import { kindNamed } from '#features/records/kind.ts';
import { KIND_NAMES } from '#features/records/model.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { mayImport } from '#features/records/policy.ts';
import { findReferences, replaceReferences } from '#features/records/references.ts';
import { DEFAULT_LOCALE, LOCALES } from '#i18n/locales.ts';
import { type FieldProblem, isProblem, Problem } from '#platform/problem.ts';
import { type ImportRow, importRow } from '../input.ts';
import { findIdsByName } from '../internal/resolve-references.ts';
import { IMPORT_ROWS_MAX, type RowVerdict } from '../model.ts';
import { factsOfRow } from '../row-content.ts';

interface NumberedRow {
  row: number;
  content: ImportRow;
}

/** What an import knows while it goes through its rows. */
interface Progress {
  /** The ids of records by the names that rows use for them. */
  ids: Map<string, string>;
  /** The keys of rows that were refused, or wait for one of those. */
  held: Set<string>;
  refused: FieldProblem[];
}

/**
 * Imports the rows of a file in one transaction: all of them, or none. What is pointed to comes first, whatever the order
 * of the file. Two imports at once take turns.
 *
 * @returns a verdict for each row, in the order of the file
 * @throws Problem `invalid`: rows were refused; the paths of the fields begin with `rows.<n>`, counted from 1
 * @throws Problem `forbidden`: a row is to be released, and the actor may not release everything
 */
export const importRows = defineCommand({
  name: 'exchange.import',
  input: z.strictObject({ rows: z.array(z.unknown()).min(1).max(IMPORT_ROWS_MAX) }),
  load: async () => ({}),
  allow: (actor) => mayImport(actor, false),
  run: async (context, _subject, { rows }): Promise<RowVerdict[]> => {
    await context.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('exchange.import', 0))`);
    const { good, refused } = readRows(rows);
    const goodKeys = new Set(good.map(({ content }) => content.key));
    const held = new Set(keysIn(rows).filter((key) => !goodKeys.has(key)));
    const progress: Progress = { ids: await findIdsByName(context.tx, namesIn(good)), held, refused };
    const verdicts: RowVerdict[] = [];
    for (const numbered of good.toSorted((one, other) => rank(one) - rank(other) || one.row - other.row)) {
      const verdict = await importOrHold(context, numbered, progress);
      if (verdict !== null) verdicts.push(verdict);
    }
    if (refused.length > 0) throw new Problem('invalid', { fields: refused });
    return verdicts.toSorted((one, other) => one.row - other.row);
  },
});

function rank({ content }: NumberedRow): number {
  return KIND_NAMES.indexOf(content.kind);
}

function readRows(rows: readonly unknown[]): { good: NumberedRow[]; refused: FieldProblem[] } {
  const good: NumberedRow[] = [];
  const refused: FieldProblem[] = [];
  const keys = new Set<string>();
  for (const [index, raw] of rows.entries()) {
    const row = index + 1;
    const parsed = importRow.safeParse(raw, { reportInput: true });
    const foreign = findPrototypeKeys(raw, `rows.${String(row)}`);
    if (!parsed.success) {
      refused.push(...fieldProblemsOf(parsed.error.issues, `rows.${String(row)}`));
    } else if (foreign.length > 0) {
      refused.push(...foreign);
    } else if (keys.has(parsed.data.key)) {
      refused.push({ path: `rows.${String(row)}.key`, reason: 'twice' });
    } else {
      keys.add(parsed.data.key);
      good.push({ row, content: parsed.data });
    }
  }
  return { good, refused };
}

function keysIn(rows: readonly unknown[]): string[] {
  return rows.flatMap((raw) => (isPlainObject(raw) && typeof raw['key'] === 'string' ? [raw['key']] : []));
}

function namesIn(rows: readonly NumberedRow[]): string[] {
  return [...new Set(rows.flatMap(({ content }) => [content.key, ...targetsOf(content)]))];
}

function targetsOf(content: ImportRow): string[] {
  const facts = factsOfRow(kindNamed(content.kind), content);
  return findReferences(factFields(content), facts).map(({ target }) => target);
}

function factFields({ kind }: ImportRow) {
  return describeFields(kindNamed(kind).facts);
}

/** A row that points to a refused one has done nothing wrong and cannot be tried: it waits for the next attempt. */
async function importOrHold(
  context: CommandContext,
  { row, content }: NumberedRow,
  { ids, held, refused }: Progress,
): Promise<RowVerdict | null> {
  if (targetsOf(content).some((target) => held.has(target) && !ids.has(target))) {
    held.add(content.key);
    return null;
  }
  try {
    return await importOne(context, { row, content }, ids);
  } catch (thrown) {
    refused.push(...problemsOfRow(row, thrown));
    held.add(content.key);
    return null;
  }
}

async function importOne(
  context: CommandContext,
  { row, content }: NumberedRow,
  ids: Map<string, string>,
): Promise<RowVerdict> {
  const { kind, key, state, texts } = content;
  const named = factsOfRow(kindNamed(kind), content);
  refuseUnknown(content, named, ids);
  const facts = replaceReferences(factFields(content), named, (target) => ids.get(target) ?? null);
  const { id, ref, verdict, draftsKept } = await runWithin(context, importRecord, {
    kind,
    key,
    sourceLocale: content.sourceLocale ?? firstLocaleOf(texts),
    publish: state === 'published',
    units: { facts, ...texts },
  });
  ids.set(key, id);
  return { row, key, kind, verdict, ref, ...(draftsKept.length === 0 ? {} : { draftsKept }) };
}

/** A name that stands for no record would only be called a malformed id further down. */
function refuseUnknown(content: ImportRow, facts: ImportRow['facts'], ids: ReadonlyMap<string, string>): void {
  const isId = (target: string) => z.uuid().safeParse(target).success;
  const fields = findReferences(factFields(content), facts)
    .filter(({ target }) => !ids.has(target) && !isId(target))
    .map(({ path, target }) => ({
      path: `facts.${indexedPath(facts, path)}`,
      reason: 'unknownReference',
      params: { ref: target },
    }));
  if (fields.length > 0) throw new Problem('invalid', { fields });
}

function firstLocaleOf(texts: ImportRow['texts']) {
  return LOCALES.find((locale) => texts[locale] !== undefined) ?? DEFAULT_LOCALE;
}

/** What a person can act on becomes the row's problems; anything else ends the import as the bug it is. */
function problemsOfRow(row: number, thrown: unknown): FieldProblem[] {
  if (!isProblem(thrown) || thrown.code === 'unavailable' || thrown.code === 'forbidden') throw thrown;
  const { fields = [] } = thrown.detail;
  if (fields.length === 0) return [{ path: `rows.${String(row)}`, reason: thrown.code }];
  return fields.map((field) => ({ ...field, path: `rows.${String(row)}.${inTexts(field.path)}` }));
}

/** A unit's problem under the name that the unit has in a file. */
function inTexts(path: string): string {
  const [scope = ''] = path.split('.');
  return LOCALES.some((locale) => locale === scope) ? `texts.${path}` : path;
}
