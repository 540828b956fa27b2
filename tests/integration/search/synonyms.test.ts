import { expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { removeSynonyms } from '#features/search/commands/remove-synonyms.ts';
import { saveSynonyms } from '#features/search/commands/save-synonyms.ts';
import { listSynonyms } from '#features/search/queries/list-synonyms.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

const STAFF = { kind: 'system', reason: 'test' } as const;
const find = async (search: string) => (await listSynonyms(STAFF, { search, page: 1 })).rows;
const save = async (raw: object) => runCommand(saveSynonyms, { locale: 'ar', ...raw }, callBy());

test('a term is added, changed by who has seen it, and removed', async () => {
  await save({ term: 'مِرفأ', others: ['ميناء'] });
  const [row] = await find('مرفا');
  expect(row).toMatchObject({ locale: 'ar', term: 'مِرفأ', others: ['ميناء'] });
  const seen = { id: row?.id, seen: row?.updatedAt };
  const later = { ...callBy(), now: new Date('2026-11-25T13:00:00Z') };
  await runCommand(saveSynonyms, { locale: 'ar', term: 'مرفأ', others: ['ميناء', 'موانئ'], ...seen }, later);
  expect((await find('مرفأ'))[0]?.others).toEqual(['ميناء', 'موانئ']);
  await expect(save({ term: 'مرفأ', others: ['رصيف'], ...seen })).rejects.toMatchObject({ code: 'stateRefused' });
  await runCommand(removeSynonyms, { id: row?.id }, callBy());
  expect(await find('مرفأ')).toEqual([]);
  await expect(runCommand(removeSynonyms, { id: row?.id }, callBy())).rejects.toMatchObject({ code: 'notFound' });
});

test.each([
  ['three words', 'واحد اثنان ثلاثة', 'format'],
  ['nothing that is searched', '…', 'required'],
])('a term of %s is refused', async (_name, term, reason) => {
  const refused = { code: 'invalid', detail: { fields: [{ path: 'term', reason }] } };
  await expect(save({ term, others: ['x'] })).rejects.toMatchObject(refused);
});

test('one term stands once in a language, however it is written', async () => {
  await save({ term: 'مِصَدّة', others: ['حاجز'] });
  await expect(save({ term: 'مصده', others: ['سد'] })).rejects.toMatchObject({ code: 'invalid' });
  expect(await find('مصده')).toHaveLength(1);
});

test('pages have an end, and a search without words lists all', async () => {
  const { rows, total } = await listSynonyms(STAFF, { search: '%_', page: 1 });
  expect(rows).toHaveLength(50);
  expect(total).toBeGreaterThan(300);
  await expect(listSynonyms({ kind: 'anonymous' }, { search: '', page: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
