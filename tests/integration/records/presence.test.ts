import { describe, expect, test } from 'vitest';
import { statementCount } from '#db/client.ts';
import { ANONYMOUS, type Actor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { keepPresence } from '#features/records/commands/keep-presence.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { auditOf } = lookInto(database);

type Word = { typed?: 'on'; left?: 'on'; scope?: string };

async function say(actor: Actor, record: string, { scope = 'ar', ...word }: Word = {}) {
  return (await runCommand(keepPresence, { record, scope, ...word }, callBy(actor))).others;
}

async function age(person: string, seconds: number, column: 'seen_at' | 'typed_at' = 'seen_at') {
  await database.admin`
    update presence set ${database.admin(column)} = now() - make_interval(secs => ${seconds}) where person_id = ${person}`;
}

describe('who has a unit open', () => {
  test('is seen by the others, of that unit alone, and not by oneself', async () => {
    const [one, other] = [await somebody('editor'), await somebody('translator', 'de')];
    const { id } = await aPlace();
    expect(await say(one, id)).toEqual([]);
    expect(await say(other, id)).toEqual([{ name: one.name, isTyping: false }]);
    expect(await say(one, id)).toEqual([{ name: other.name, isTyping: false }]);
    expect(await say(other, id, { scope: 'de' })).toEqual([]);
    expect(await say(one, (await aPlace()).id)).toEqual([]);
  });

  test('who types is told from who only looks, until a minute has passed without a word', async () => {
    const [one, other] = [await somebody('editor'), await somebody('editor')];
    const { id } = await aPlace();
    await say(one, id, { typed: 'on' });
    await say(one, id);
    expect(await say(other, id)).toMatchObject([{ isTyping: true }]);
    await age(one.id, 61, 'typed_at');
    expect(await say(other, id)).toMatchObject([{ isTyping: false }]);
  });

  test('ends half a minute after the last word, on the clock of the database, and at once for who leaves', async () => {
    const [one, other] = [await somebody('editor'), await somebody('editor')];
    const { id } = await aPlace();
    await say(one, id);
    await age(one.id, 29);
    expect(await say(other, id)).toHaveLength(1);
    await age(one.id, 31);
    expect(await say(other, id)).toEqual([]);
    const left = await database.admin`select 1 from presence where person_id = ${one.id}`;
    expect(left, 'and is thrown away').toHaveLength(0);
    expect(await say(one, id)).toHaveLength(1);
    await say(other, id, { left: 'on' });
    expect(await say(one, id)).toEqual([]);
  });

  test('somebody who comes back after a while is there again', async () => {
    const [one, other] = [await somebody('editor'), await somebody('editor')];
    const { id } = await aPlace();
    await say(one, id);
    await age(one.id, 300);
    await say(one, id);
    expect(await say(other, id)).toHaveLength(1);
  });

  test('costs one statement and leaves no line in the trail', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    const call = callBy(editor);
    const before = statementCount();
    await runCommand(keepPresence, { record: id, scope: 'ar', typed: 'on' }, call);
    expect(statementCount() - before).toBeLessThanOrEqual(2);
    expect(await auditOf(call.requestId)).toEqual([]);
  });

  test('is nothing for strangers, and nobody can be in a record that is none', async () => {
    const { id } = await aPlace();
    await expect(say(ANONYMOUS, id)).rejects.toMatchObject({ code: 'signedOut' });
    const editor = await somebody('editor');
    expect(await say(editor, '0193aaaa-0000-7000-8000-000000000000')).toEqual([]);
  });

  test('many at once do not stand in each other’s way', async () => {
    const { id } = await aPlace();
    const people = await Promise.all(Array.from({ length: 6 }, async () => somebody('editor')));
    for (const person of people) {
      await say(person, id);
      await age(person.id, 40);
    }
    await Promise.all(people.flatMap((person) => [say(person, id), say(person, id, { typed: 'on' })]));
    expect(await say(await somebody('editor'), id)).toHaveLength(people.length);
  });
});
