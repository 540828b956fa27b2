import '#features/kinds/all.ts';
import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { appDb } from '#db/client.ts';
import { record, revision, unit } from '#db/schema/records.ts';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Content } from '#features/records/model.ts';
import { isProblem } from '#platform/problem.ts';
import { partnershipFacts, textOf } from '#tests/support/contents.ts';
import type { NumberedTask, PublisherAnswer } from './publisher-words.ts';

/** The process that publishes for a rig, through the commands that the desk uses. */
process.on('message', (message) => {
  const task = asTask(message);
  void answer(task).then((said) => process.send?.(said));
});
process.on('disconnect', () => process.exit());

async function answer(task: NumberedTask): Promise<PublisherAnswer> {
  try {
    return { id: task.id, isDone: true, said: await perform(task) };
  } catch (thrown) {
    const code = isProblem(thrown) ? thrown.code : String(thrown);
    return { id: task.id, isDone: false, said: code };
  }
}

async function perform(task: NumberedTask): Promise<string> {
  switch (task.task) {
    case 'release':
      return release(task.record, task.word);
    case 'create':
      return create(task.slug, task.word);
    case 'editor':
      return makeEditor(task.email, task.password);
  }
}

async function release(id: string, word: string): Promise<string> {
  const { content, rev: baseRev } = await headOf(id);
  const raw = { record: id, scope: 'ar', baseRev, content: { ...content, lead: leadWith(word) } };
  const { rev } = await runCommand(saveUnit, raw, callNow());
  await runCommand(publishUnits, { record: id, units: [{ scope: 'ar', rev }] }, callNow());
  return id;
}

async function create(slug: string, word: string): Promise<string> {
  const places = await appDb()
    .select({ id: record.id })
    .from(record)
    .innerJoin(unit, and(eq(unit.recordId, record.id), eq(unit.scope, 'facts'), eq(unit.state, 'published')))
    .where(eq(record.kind, 'place'))
    .orderBy(record.ref)
    .limit(2);
  const facts = partnershipFacts(
    places.map((place) => place.id),
    { slug },
  );
  const text = textOf(`شراكة ${slug}`, { lead: leadWith(word) });
  const raw = { kind: 'partnership', sourceLocale: 'ar', units: { facts, ar: text } };
  const { id } = await runCommand(createRecord, raw, callNow());
  const units = ['facts', 'ar'].map((scope) => ({ scope, rev: 1 }));
  await runCommand(publishUnits, { record: id, units }, callNow());
  return id;
}

async function makeEditor(email: string, password: string): Promise<string> {
  const who = { email, name: 'سلمى حداد', locale: 'ar', grants: [{ role: 'editor', locale: null }], password };
  const { id } = await runCommand(createPerson, who, callNow());
  return id;
}

async function headOf(id: string): Promise<{ content: Content; rev: number }> {
  const [row] = await appDb()
    .select({ content: revision.content, rev: revision.n })
    .from(unit)
    .innerJoin(
      revision,
      and(eq(revision.recordId, unit.recordId), eq(revision.scope, unit.scope), eq(revision.n, unit.headRev)),
    )
    .where(and(eq(unit.recordId, id), eq(unit.scope, 'ar')));
  if (row === undefined) throw new Error(`${id} has no Arabic text`);
  return { content: asContent(row.content), rev: row.rev };
}

/** Revisions hold what the commands wrote. */
function asContent(content: unknown): Content {
  return content as Content;
}

function leadWith(word: string): string {
  return `نص للاختبار ${word}`;
}

function callNow(): Call {
  return { actor: { kind: 'system', reason: 'fault test' }, now: new Date(), requestId: uuidv7() };
}

/** Only `publisher.ts` speaks on this channel. */
function asTask(message: unknown): NumberedTask {
  return message as NumberedTask;
}
