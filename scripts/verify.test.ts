import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { plantTree } from '#tests/support/planted-tree.ts';
import { runStep, STEPS } from './verify.ts';
import { ROOT, runTool } from './verify/run-tool.ts';
import { findSchemaDrift } from './verify/schema-drift.ts';

const planted: { remove: () => void }[] = [];
afterEach(() => {
  for (const tree of planted.splice(0)) tree.remove();
});

function plant(files: Record<string, string>): string {
  const tree = plantTree(files);
  planted.push(tree);
  return tree.root;
}

function readOwn(place: string): string {
  return readFileSync(path.join(ROOT, place), 'utf8');
}

test('a check that finds something, and one that breaks down, have failed', async () => {
  const verdicts = await Promise.all([
    runStep({ name: 'clean', run: async () => [] }),
    runStep({ name: 'dirty', run: async () => ['a.ts:1 is wrong'] }),
    runStep({ name: 'broken', run: () => Promise.reject(new Error('no such program')) }),
  ]);
  expect(verdicts).toMatchObject([
    { name: 'clean', ok: true, faults: [] },
    { name: 'dirty', ok: false, faults: ['a.ts:1 is wrong'] },
    { name: 'broken', ok: false, faults: ['no such program'] },
  ]);
});

test('each step has a name of its own', () => {
  expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
});

test.each([
  { breach: 'an index that may not be there', code: 'export const first = (rows: string[]): string => rows[0];' },
  {
    breach: 'an optional field set to undefined',
    code: 'export const place: { slug?: string } = { slug: undefined };',
  },
  { breach: 'a variable that nobody reads', code: 'const unused = 1;\nexport {};' },
  {
    breach: 'a type imported as a value',
    code: "import { OutgoingHttpHeaders } from 'node:http';\nexport let headers: OutgoingHttpHeaders;",
  },
  { breach: 'an enum', code: 'export enum Kind { City }' },
])('the compiler refuses $breach', async ({ code }) => {
  const compilerOptions = z
    .object({ compilerOptions: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readOwn('tsconfig.json'))).compilerOptions;
  const root = plant({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { ...compilerOptions, typeRoots: [path.join(ROOT, 'node_modules/@types')], types: ['node'] },
    }),
    'breach.ts': `${code}\n`,
  });
  const { ok, output } = await runTool('typescript/bin/tsc', ['--incremental', 'false'], root);
  expect(ok).toBe(false);
  expect(output).toMatch(/^breach\.ts\(\d+,\d+\): error TS\d+/u);
});

test('dead files and exports are found', async () => {
  const root = plant({
    'package.json': '{"type":"module"}',
    'tests/knip.json': readOwn('tests/knip.json'),
    'scripts/up.ts': "import { used } from './parts/part.ts';\nused();\n",
    'scripts/parts/part.ts': 'export function used(): void {}\nexport function unused(): void {}\n',
    'features/places/forgotten.ts': 'export {};\n',
  });
  const { ok, output } = await runTool('knip/bin/knip.js', ['--config=tests/knip.json', '--no-progress'], root);
  expect(ok).toBe(false);
  expect(output).toContain('features/places/forgotten.ts');
  expect(output).toMatch(/unused +function +scripts\/parts\/part\.ts/u);
});

test('a table that the migrations lack is found', async () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'migrations-'));
  planted.push({ remove: () => rmSync(copy, { recursive: true }) });
  cpSync(path.join(ROOT, 'db/migrations'), copy, { recursive: true });
  const newest = readdirSync(path.join(copy, 'meta'))
    .filter((name) => name.endsWith('_snapshot.json'))
    .toSorted()
    .at(-1);
  const place = path.join(copy, 'meta', newest ?? '');
  const snapshot = z
    .looseObject({ tables: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(place, 'utf8')));
  delete snapshot.tables['public.tombstone'];
  writeFileSync(place, JSON.stringify(snapshot));
  expect(await findSchemaDrift(copy)).toEqual([expect.stringContaining('db/schema says more than the migrations')]);
});
