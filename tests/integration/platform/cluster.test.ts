import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#platform/postgres/ask.ts';
import { startCluster, stopCluster, type Cluster } from '#platform/postgres/cluster.ts';
import { findFreePort, isAlive } from '#platform/postgres/postmaster.ts';
import { chooseRunAs } from '#platform/postgres/run-as.ts';

const isRoot = process.getuid?.() === 0;

let home: string;
let dataDir: string;

beforeAll(() => {
  // Of this name, so that the next run removes what an interrupted one leaves.
  home = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  dataDir = home;
});

afterAll(async () => {
  await stopCluster(dataDir);
  rmSync(home, { recursive: true });
});

async function numbersIn(cluster: Cluster): Promise<unknown[]> {
  const rows = await ask(cluster.url('postgres'), (connection) => connection`select n from number order by n`);
  return rows.map(({ n }) => n as unknown);
}

describe('the embedded Postgres', () => {
  test('is created on first use, with ICU and with passwords only', async () => {
    const cluster = await startCluster({ dataDir });
    expect(cluster.reused).toBe(false);
    const [row] = await ask(
      cluster.url('postgres'),
      (connection) => connection`select version() as version, 'ب' < 'أ' collate "ar-x-icu" as in_arabic_order`,
    );
    expect(row).toMatchObject({ version: expect.stringMatching(/^PostgreSQL 18/u) as unknown, in_arabic_order: false });
    const stranger = new URL(cluster.url('postgres'));
    stranger.password = 'another';
    const attempt = ask(stranger.href, (connection) => connection`select 1`);
    await expect(attempt).rejects.toMatchObject({ code: '28P01' });
  });

  test('keeps its passwords where only its owner reads them', () => {
    expect(statSync(path.join(dataDir, 'postgres-logins.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o077 & ~0o011).toBe(0);
    expect(existsSync(path.join(dataDir, 'postgres.password'))).toBe(false);
  });

  test('listens on this machine alone', async () => {
    const cluster = await startCluster({ dataDir });
    const [row] = await ask(
      cluster.url('postgres'),
      (connection) => connection`
        select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  test('is used as it is where it runs already, whatever port is asked for', async () => {
    const [first, second] = [
      await startCluster({ dataDir }),
      await startCluster({ dataDir, port: await findFreePort() }),
    ];
    expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port });
  });

  test('loses nothing acknowledged when it is killed, and starts again by itself', { timeout: 60_000 }, async () => {
    const before = await startCluster({ dataDir });
    await ask(before.url('postgres'), async (connection) => {
      await connection`create table number (n int)`;
      await connection`insert into number values (1), (2)`;
      process.kill(before.pid, 'SIGKILL');
    });
    const after = await startCluster({ dataDir });
    expect(after).toMatchObject({ reused: false });
    expect(after.pid).not.toBe(before.pid);
    expect(await numbersIn(after)).toEqual([1, 2]);
  });

  test('stops, may be stopped again, and keeps what was written', async () => {
    const cluster = await startCluster({ dataDir });
    await cluster.stop();
    expect(isAlive(cluster.pid)).toBe(false);
    await cluster.stop();
    expect(await numbersIn(await startCluster({ dataDir }))).toEqual([1, 2]);
  });
});

describe('a person is told in a sentence', () => {
  test('that the port is taken, after which another one works', async () => {
    await stopCluster(dataDir);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startCluster({ dataDir, port })).rejects.toThrow(`Port ${String(port)} is taken`);
    server.close();
    expect(await numbersIn(await startCluster({ dataDir, port }))).toEqual([1, 2]);
  });

  test.each(['/proc/madinatan', path.join(import.meta.filename, 'below')])(
    'that %s cannot be written to, and what to do',
    async (folder) => {
      await expect(startCluster({ dataDir: folder })).rejects.toThrow(
        /^The data folder .* cannot be written to \(\w+\)\. Choose another with DATA_DIR/u,
      );
    },
  );

  test('that the passwords are gone or damaged', async () => {
    const file = path.join(dataDir, 'postgres-logins.json');
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, '{');
    await expect(startCluster({ dataDir })).rejects.toThrow(/is damaged. Put it back/u);
    rmSync(file);
    await expect(startCluster({ dataDir })).rejects.toThrow(/is gone. Put it back/u);
    writeFileSync(file, kept, { mode: 0o600 });
  });

  test('that the folder was made by another release of Postgres', async () => {
    const file = path.join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(startCluster({ dataDir })).rejects.toThrow(/was made by Postgres 17.*Restore a backup/u);
    writeFileSync(file, '18\n');
  });
});

test('a creation that was interrupted is begun anew', async () => {
  const other = path.join(home, 'interrupted');
  mkdirSync(path.join(other, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(path.join(other, 'postgres.password'), 'left behind');
  const cluster = await startCluster({ dataDir: other });
  expect(cluster.reused).toBe(false);
  expect(existsSync(path.join(other, 'postgres.new'))).toBe(false);
  await cluster.stop();
});

test('the number of a server that died may belong to another program since', async () => {
  await stopCluster(dataDir);
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(file, `${String(process.pid)}\n${dataDir}\n0\n5432\n`);
  expect(await numbersIn(await startCluster({ dataDir }))).toEqual([1, 2]);
});

describe.runIf(isRoot)('started by root', () => {
  test('Postgres runs below a folder that only root may enter, without root’s rights', async () => {
    const locked = path.join(home, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o700);
    const cluster = await startCluster({ dataDir: path.join(locked, 'made', 'on', 'first', 'use') });
    const [row] = await ask(cluster.url('postgres'), (connection) => connection`select 1 as one`);
    expect(row).toEqual({ one: 1 });
    expect(statSync(locked).mode & 0o777).toBe(0o700);
    await cluster.stop();
  });

  test.runIf(spawnSync('unshare', ['--user', 'true']).status === 0)(
    'a user namespace is used where there is one',
    () => {
      const { prefix, account } = chooseRunAs();
      expect(account).toBeNull();
      const [command, ...args] = [...prefix, 'id', '-u'] as const;
      expect(execFileSync(command, args, { encoding: 'utf8' }).trim()).toBe('65534');
    },
  );
});
