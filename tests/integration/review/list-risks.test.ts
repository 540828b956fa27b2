import { expect, test } from 'vitest';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { confirmFacts } from '#features/records/commands/confirm-facts.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { listRisks } from '#features/review/queries/list-risks.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { SOURCES } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const { unitOf } = lookInto(useTestDatabase());

/** The day of `NOW`. */
const DAY = '2026-11-25';

function claims(checkedOn?: string) {
  const checked = checkedOn === undefined ? {} : { checkedOn };
  return ['type', 'parties'].map((path) => ({ id: `c-${path}`, path, sourceId: 's1', accepted: true, ...checked }));
}

function until(inForceUntil: string) {
  return [{ id: 'a1', kind: 'memorandum', signedOn: '2020-01-01', inForceUntil, sourceId: 's1' }];
}

async function published(facts: Record<string, unknown>): Promise<{ id: string; ref: string }> {
  return aPartnership({ facts, isPublished: true });
}

test('the most pressing comes first, and what is well stands in no list', async () => {
  const old = await published({ claims: claims('2020-01-01') });
  const imported = await published({
    claims: claims(),
    agreements: [],
    sources: SOURCES.map((source) => ({ ...source, kind: 'dataset' })),
  });
  const other = { id: 'c9', path: 'type', value: 'twinning', sourceId: 's1', accepted: false };
  const contradicted = await published({ claims: [...claims(), other] });
  await published({ claims: [...claims('2026-11-01'), other] });
  const expiring = await published({ claims: claims('2026-11-01'), agreements: until('2027-01-31') });
  const expired = await published({ claims: claims('2026-11-01'), agreements: until('2026-10-31') });
  await published({ claims: claims('2026-11-01') });
  await aPartnership({ facts: { claims: claims() } });
  const actor = await somebody('editor');
  const { rows, counts } = await listRisks(actor, { locale: 'ar', day: DAY, most: 10 });
  const expected = [expired, expiring, contradicted, old, imported];
  expect(rows.map(({ ref }) => ref)).toEqual(expected.map(({ ref }) => ref));
  expect(rows.map(({ risk }) => risk)).toEqual(['expired', 'expiring', 'contradicted', 'old', 'unchecked']);
  expect(counts).toEqual({ expired: 1, expiring: 1, contradicted: 1, old: 1, unchecked: 1 });
  expect(rows[0]).toMatchObject({ status: 'expired', changesOn: '2026-11-01', checkedOn: '2026-11-01', headRev: 1 });
  expect(rows[1]).toMatchObject({ status: 'active', changesOn: '2027-02-01' });
  const some = await listRisks(actor, { locale: 'ar', day: DAY, most: 10, risk: 'old' });
  expect([some.rows.map(({ ref }) => ref), some.counts.expired]).toEqual([[old.ref], 1]);
  const later = await listRisks(actor, { locale: 'ar', day: DAY, most: 2, offset: 3 });
  expect(later.rows.map(({ ref }) => ref)).toEqual([old.ref, imported.ref]);
});

test('facts that a publisher found true are so before readers at once, those of an editor wait in the draft', async () => {
  const { id, ref } = await published({ claims: claims() });
  const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
  const risk = async () => {
    const { rows } = await listRisks(editor, { locale: 'ar', day: DAY, most: 50 });
    return rows.find((row) => row.ref === ref)?.risk;
  };
  expect(await risk()).toBe('old');
  expect(await runCommand(confirmFacts, { record: id, rev: 1 }, callBy(editor))).toEqual({ rev: 2, isPublic: false });
  expect(await risk()).toBe('old');
  const stale = runCommand(confirmFacts, { record: id, rev: 1 }, callBy(publisher));
  await expect(stale, 'somebody wrote since').rejects.toMatchObject({ code: 'conflict' });

  const second = await published({ claims: claims() });
  const call = callBy(publisher);
  expect(await runCommand(confirmFacts, { record: second.id, rev: 1 }, call)).toEqual({ rev: 2, isPublic: true });
  expect(await unitOf(second.id, 'facts')).toMatchObject({ state: 'published', headRev: 2, publishedRev: 2 });
  const { rows } = await listRisks(editor, { locale: 'ar', day: DAY, most: 50 });
  expect(rows.map((row) => row.ref)).not.toContain(second.ref);
});

test('a draft beside what readers see is not released by the way', async () => {
  const { id } = await published({ claims: claims() });
  const { content } = (await unitOf(id, 'facts')) ?? {};
  const changed = { ...(content as object), type: 'friendship', claims: claims() };
  await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content: changed }, callBy());
  const publisher = await somebody('publisher');
  const answer = await runCommand(confirmFacts, { record: id, rev: 2 }, callBy(publisher));
  expect(answer).toEqual({ rev: 3, isPublic: false });
  expect(await unitOf(id, 'facts')).toMatchObject({ state: 'draft', publishedRev: 1, headRev: 3 });
});

test('strangers are told nothing', async () => {
  await expect(listRisks(ANONYMOUS, { locale: 'ar', day: DAY, most: 5 })).rejects.toMatchObject({ code: 'forbidden' });
});
