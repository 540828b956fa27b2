import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment } from '#platform/env.ts';
import { ROOT } from '#scripts/up/programs.ts';

const NONE = { DATABASE_URL: undefined, DATABASE_URL_OWNER: undefined, DATABASE_URL_PUBLIC: undefined };

let home: string;

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'up-test-'));
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

function startUp(args: string[], environment: Record<string, string | undefined> = {}): ChildProcess {
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/up.ts', ...args], {
    cwd: ROOT,
    env: childEnvironment({ ...NONE, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function refusalOf(args: string[], environment: Record<string, string | undefined> = {}): Promise<string> {
  const child = startUp(args, environment);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  return said.trim();
}

describe('npm run up says in a sentence, before anything takes long,', () => {
  test('that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const address = server.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const dataDir = path.join(home, 'port');
    expect(await refusalOf(['--port', port, '--data-dir', dataDir])).toBe(
      `Port ${port} is taken by another program. Choose another with PORT or --port.`,
    );
    expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    expect(existsSync(path.join(dataDir, 'in-use.json'))).toBe(false);
    server.close();
  });

  test('that the data folder cannot be written to', async () => {
    const file = path.join(home, 'file');
    writeFileSync(file, '');
    expect(await refusalOf(['--port', '0', '--data-dir', file])).toBe(
      `The data folder ${file} cannot be written to (ENOTDIR). Choose another with DATA_DIR or --data-dir.`,
    );
  });

  test('that the database of DATABASE_URL cannot be reached', async () => {
    const refusal = await refusalOf(['--port', '0', '--data-dir', path.join(home, 'none')], {
      DATABASE_URL: 'postgres://app:hunter2@127.0.0.1:1/register',
    });
    expect(refusal).toBe('The database 127.0.0.1:1/register of DATABASE_URL cannot be used: nothing listens there.');
  });

  test('that a setting or an option is wrong', async () => {
    expect(await refusalOf([], { PORT: 'eighty' })).toMatch(/^Settings that cannot be used:\nPORT: /u);
    expect(await refusalOf(['--porto', '80'])).toMatch(/^Unknown option '--porto'/u);
  });
});

test('npm run up leaves nothing running when it is interrupted at its beginning', async () => {
  const dataDir = path.join(home, 'interrupted');
  const child = startUp(['--port', '0', '--data-dir', dataDir]);
  if (child.stdout !== null) await once(child.stdout, 'data');
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true);
  child.kill('SIGINT');
  await once(child, 'close');
  expect(child.exitCode).toBe(130);
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(path.join(dataDir, 'in-use.json'))).toBe(false);
});
