import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { isProblem, type PathConflict, type Problem } from '#platform/problem.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf } = lookInto(database);

type Outcome = { title: string; rev: number } | { title: string; problem: Problem };

/** Sends one save for each title at the same moment, all from the same base. */
async function saveAtOnce(record: string, { scope = 'ar', baseRev, titles }: Writing): Promise<Outcome[]> {
  return Promise.all(titles.map((title) => saveOne({ record, scope, baseRev, content: { title } }, title)));
}

async function saveOne(raw: unknown, title: string): Promise<Outcome> {
  try {
    const { rev } = await runCommand(saveUnit, raw, callBy());
    return { title, rev };
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    // A busy database has not answered yet: whoever is told so sends again.
    return thrown.code === 'unavailable' ? saveOne(raw, title) : { title, problem: thrown };
  }
}

interface Writing {
  scope?: string;
  baseRev: number;
  titles: readonly string[];
}

const rounds = fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 1, maxLength: 5 });

test('of N writers on one unit exactly one wins, the others are shown both texts, and no version is missing', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (counts) => {
      const { id } = await aPlace({ texts: { ar: { title: 'البداية' } } });
      let base = 'البداية';
      for (const [round, count] of counts.entries()) {
        const titles = Array.from({ length: count }, (_, writer) => `${String(round)}/${String(writer)}`);
        const outcomes = await saveAtOnce(id, { baseRev: round + 1, titles });
        const won = outcomes.flatMap((outcome) => ('rev' in outcome ? [outcome] : []));
        expect(won).toEqual([{ title: expect.any(String) as unknown, rev: round + 2 }]);
        const winner = won[0]?.title ?? '';
        for (const outcome of outcomes) {
          if (!('problem' in outcome)) continue;
          const expected: PathConflict[] = [{ path: 'title', base, theirs: winner, mine: outcome.title }];
          expect(outcome.problem.code).toBe('conflict');
          expect(outcome.problem.detail.conflicts).toEqual(expected);
          expect(outcome.problem.detail.current).toEqual({ version: round + 2, headRev: round + 2 });
        }
        expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: winner }, version: round + 2 });
        base = winner;
      }
      const revisions = await revisionsOf(id, 'ar');
      expect(revisions.map(({ n }) => n)).toEqual(Array.from({ length: counts.length + 1 }, (_, n) => n + 1));
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('writers of different fields all win, and every field is there', async () => {
  const names = ['kind', 'country', 'wikidata', 'geonames', 'unlocode', 'nuts'] as const;
  const values = {
    kind: 'region',
    country: 'PL',
    wikidata: 'Q1792',
    geonames: '3099434',
    unlocode: 'PLGDN',
    nuts: 'PL634',
  };
  const fields: Record<string, string> = values;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...names], { minLength: 2 }), async (chosen) => {
      const { id } = await aPlace();
      const { content: base } = await unitOf(id, 'facts');
      await Promise.all(
        chosen.map((name) => {
          const content = { ...base, [name]: fields[name] };
          return runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
        }),
      );
      const { content, version } = await unitOf(id, 'facts');
      const changed = chosen.filter((name) => base[name] !== fields[name]);
      expect(content).toEqual({ ...base, ...Object.fromEntries(chosen.map((name) => [name, fields[name]])) });
      expect(version).toBe(1 + changed.length);
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('writers of different languages never meet, not even while facts are saved and texts released', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (times) => {
      const { id } = await aPlace({ texts: { ar: { title: 'أ' }, de: { title: 'A' }, en: { title: 'A' } } });
      const { content: facts } = await unitOf(id, 'facts');
      await publish(id, { facts: 1 });
      for (let n = 1; n <= times; n += 1) {
        const saves = ['ar', 'de', 'en'].map((scope) =>
          saveAtOnce(id, { scope, baseRev: n, titles: [`${scope} ${String(n)}`] }),
        );
        const content = { ...facts, latitude: n };
        const outcomes = await Promise.all([
          ...saves,
          runCommand(saveUnit, { record: id, scope: 'facts', baseRev: n, content }, callBy()),
        ]);
        expect(outcomes.flat().map((outcome) => ('problem' in outcome ? outcome.problem.code : outcome.rev))).toEqual(
          Array.from({ length: 4 }, () => n + 1),
        );
        await Promise.all(['ar', 'de', 'en'].map((scope) => publish(id, { [scope]: n + 1 })));
        const rows = await database.admin`select locale, title from place_text where place_id = ${id} order by locale`;
        expect(rows.map(({ title }) => title as string)).toEqual(
          ['ar', 'de', 'en'].map((scope) => `${scope} ${String(n)}`),
        );
      }
    }),
    { numRuns: 5 },
  );
}, 120_000);
