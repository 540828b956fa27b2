import '#features/kinds/all.ts';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { appDb, closeDatabase, statementCount, transaction } from '#db/client.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import { findUnitView } from '#features/kinds/queries/find-unit-view.ts';
import type { Actor, PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Content, Scope } from '#features/records/model.ts';
import { findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listRevisions } from '#features/records/queries/list-revisions.ts';
import { findToday } from '#features/review/queries/find-today.ts';
import { timeInTurn, type Times, timeTogether, type Work } from './measure.ts';
import { findDeepPlace, LISTS, listOf, reportLists } from './desk-lists.ts';

/** Measures the desk on the database of DATABASE_URL, which `bench-desk.ts` has filled. */
const ROUNDS = 200;
const EDITORS = 20;
/** How long each may take at the server in 19 of 20 cases. */
const P95_MS_MAX: Record<string, number> = {
  'save of facts': 100,
  'save of a source text': 100,
  'save, 20 editors at work': 100,
  'list, first page': 150,
  'edit screen': 200,
  today: 150,
};
const ACTOR: Actor = { kind: 'system', reason: 'bench:desk' };

const person = await findPerson();
const refs = (
  await appDb().execute<{ ref: string }>(
    sql`select ref from record where kind = 'partnership' order by md5(id::text) limit 400`,
  )
).map(({ ref }) => ref);

const deep = await findDeepPlace();
await warmUp();
const times = await timeInTurn(ROUNDS, {
  'select 1': ready(async () => appDb().execute(sql`select 1`)),
  'bare insert': ready(insertBare),
  'save of facts': async (round) => aSave(refAt(round), 'facts', changedFacts),
  'save of a source text': async (round) => aSave(refAt(round + 200), 'ar', changedText),
  today: ready(async () => findToday(person, { locale: 'ar', now: new Date() })),
  ...Object.fromEntries(
    Object.keys(LISTS).map((name) => [name, ready(async (round) => listOf(name, { round, deep }))]),
  ),
  'edit screen': ready(async (round) => edit(refAt(round))),
  history: async (round) => aHistory(refAt(round)),
});
const saveOf = async (editor: number, attempt: number) => aSave(refAt(editor * 20 + attempt), 'ar', changedText);
const together = {
  // Each saves again after a second: no hand is as quick.
  'save, 20 editors at work': await timeTogether({ people: EDITORS, attempts: 15, pauseMs: 1000 }, saveOf),
  'save, 20 in one moment': await timeTogether({ people: EDITORS, attempts: 10, pauseMs: 0 }, saveOf),
};
const queriesBefore = statementCount();
await edit(refAt(0));
report({ ...times, ...together }, statementCount() - queriesBefore);
await closeDatabase();

/** Whose first page is measured: an administrator's shows most. */
async function findPerson(): Promise<PersonActor> {
  const [row] = await appDb().execute<{ id: string; name: string; email: string }>(
    sql`select id, name, email from person limit 1`,
  );
  if (row === undefined) throw new Error('nobody is there');
  return { kind: 'person', ...row, locale: 'ar', grants: [{ role: 'administrator', locale: null }] };
}

/** A work that needs nothing made ready. */
function ready(attempt: (round: number) => Promise<unknown>): Work {
  return async (round) => () => attempt(round);
}

function refAt(index: number): string {
  return refs[index % refs.length] ?? '';
}

async function warmUp(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await (
      await aSave(refAt(300 + round), 'ar', changedText)
    )();
    await listOf('list, first page', { round, deep });
    await edit(refAt(300 + round));
  }
}

async function insertBare(): Promise<void> {
  const line = { at: new Date(), actorKind: 'system', action: 'bench.insert', outcome: 'done' };
  await transaction(async (tx) => tx.insert(auditEvent).values(line));
}

/** What an editor's save costs the server: the whole command, from the posted content to the commit. */
async function aSave(ref: string, scope: Scope, change: (content: Content) => Content) {
  const record = await findDeskRecord(ACTOR, ref);
  const unit = record?.units.find((one) => one.scope === scope);
  if (record === null || unit === undefined) throw new Error(`${ref} has no ${scope}`);
  const raw = { record: record.id, scope, baseRev: unit.headRev, content: change(unit.content) };
  const call = { actor: ACTOR, now: new Date(), requestId: uuidv7(), idempotencyKey: uuidv7() };
  return async () => runCommand(saveUnit, raw, call);
}

function changedFacts(content: Content): Content {
  return { ...content, sdgs: [1 + Math.floor(Math.random() * 16), 17] };
}

function changedText(content: Content): Content {
  return { ...content, lead: `${String(content['lead']).slice(0, 200)} ${uuidv7()}` };
}

async function edit(ref: string): Promise<void> {
  const found = await findUnitView(ACTOR, { ref, scope: 'facts', locale: 'ar' });
  if (found === null) throw new Error(`${ref} is not there`);
}

async function aHistory(ref: string) {
  const record = await findDeskRecord(ACTOR, ref);
  return async () => listRevisions(ACTOR, { recordId: record?.id ?? '', scope: 'ar', upTo: 1_000_000 });
}

function report(all: Record<string, Times>, queries: number): void {
  const bare = all['bare insert'] ?? { p50: 1, p95: 1 };
  console.log(`${'milliseconds at the server'.padEnd(30)}${'p50'.padStart(9)}${'p95'.padStart(9)}   p50 : bare insert`);
  for (const [name, { p50, p95 }] of Object.entries(all)) {
    const ratio = (p50 / bare.p50).toFixed(1).padStart(8);
    console.log(`${name.padEnd(30)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}   ${ratio}`);
  }
  console.log(`edit screen: ${String(queries)} queries for what it shows; the page in all is counted below`);
  const missed = Object.entries(P95_MS_MAX).filter(([name, most]) => (all[name]?.p95 ?? Infinity) > most);
  for (const [name, most] of Object.entries(P95_MS_MAX)) {
    const p95 = all[name]?.p95 ?? Infinity;
    console.log(`${name}: p95 ${p95.toFixed(1)} ms, bar ${String(most)} ms: ${p95 <= most ? 'met' : 'NOT met'}`);
  }
  const isListMet = reportLists(all);
  process.exitCode = missed.length === 0 && isListMet ? 0 : 1;
}
