import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment } from '#platform/env.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';
import { placeRow } from './files.ts';

const database = useTestDatabase();
const { fingerprint } = lookInto(database);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'records-test-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm run records` as a person does, with the database of this file. */
function records(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/records.ts', ...args],
    { encoding: 'utf8', env: childEnvironment({ NODE_OPTIONS: undefined }) },
  );
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line));
  return { status, stdout, stderr, lines };
}

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('npm run records', { timeout: 120_000 }, () => {
  test('imports a file, says so for each row, and ends with 0; again it says that nothing changed', () => {
    const file = write('cities.json', JSON.stringify([placeRow('script:1'), placeRow('script:2')]));
    const first = records('import', file);
    expect(first.lines).toMatchObject([
      { file: 'cities.json', row: 1, key: 'script:1', kind: 'place', verdict: 'created', ref: 'C-101' },
      { file: 'cities.json', row: 2, key: 'script:2', kind: 'place', verdict: 'created', ref: 'C-102' },
    ]);
    expect([first.status, first.stderr]).toEqual([0, 'cities.json: 2 created\n']);
    const again = records('import', file);
    expect([again.status, again.stderr]).toEqual([0, 'cities.json: 2 unchanged\n']);
  });

  test('tries a file out', async () => {
    const file = write('dry.json', JSON.stringify([placeRow('script:dry')]));
    const before = await fingerprint();
    const { status, stderr } = records('import', file, '--dry-run');
    expect([status, stderr]).toEqual([0, 'dry.json: 1 created (dry run: nothing was changed)\n']);
    expect(await fingerprint()).toBe(before);
  });

  test('refuses a row with file, row and field, ends with 1 and changes nothing', async () => {
    const bad = placeRow('script:bad', { facts: { slug: 'bad', country: 'XX' } });
    const before = await fingerprint();
    const { status, lines, stderr } = records(
      'import',
      write('mixed.json', JSON.stringify([placeRow('script:3'), bad])),
    );
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: 'mixed.json', row: 1, verdict: 'held' },
      { file: 'mixed.json', row: 2, verdict: 'refused', problems: [{ field: 'facts.country', reason: 'notOffered' }] },
    ]);
    expect(stderr).toMatch(/^mixed\.json: .+ Nothing was changed\.\n$/u);
    expect(await fingerprint()).toBe(before);
  });

  test('refuses what is no import with line and column, and a file that is not there', () => {
    const broken = records('import', write('broken.json', '[\n  {"kind": "place"\n  "key": "x"}\n]'));
    expect(broken.status).toBe(1);
    expect(broken.lines).toMatchObject([{ problems: [{ reason: 'notJson', params: { line: 3, column: 3 } }] }]);
    const large = records('import', write('large.json', Buffer.alloc(20 * 1024 * 1024, ' ')));
    expect([large.status, large.stderr]).toEqual([1, expect.stringContaining('16 MB')]);
    const missing = records('import', path.join(folder, 'missing.json'));
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read')]);
  });

  test('exports what an import reads again', () => {
    const file = path.join(folder, 'export.json');
    expect(records('export', file).status).toBe(0);
    const rows: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(rows).toMatchObject([{ key: 'script:1', state: 'published' }, { key: 'script:2' }]);
    expect(records('import', file)).toMatchObject({ status: 0, stderr: 'export.json: 2 unchanged\n' });
  });

  test('explains itself', () => {
    expect(records('export')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('npm run records') as unknown,
    });
    expect(records('--help').status).toBe(0);
  });
});
