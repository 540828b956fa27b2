import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startCluster } from '#platform/postgres/cluster.ts';
import { isAlive } from '#platform/postgres/postmaster.ts';
import { startTemporaryCluster } from '#platform/postgres/temporary-cluster.ts';

const FOLDER = /^madinatan-test-/u;

function foldersOf(pid: number): string[] {
  return readdirSync(tmpdir()).filter((name) => FOLDER.test(name) && name.includes(`-${String(pid)}-`));
}

test('a temporary cluster leaves nothing', async () => {
  const cluster = await startTemporaryCluster();
  expect(foldersOf(process.pid)).toHaveLength(1);
  await cluster.stop();
  expect(foldersOf(process.pid)).toHaveLength(0);
  expect(isAlive(cluster.pid)).toBe(false);
});

test('what a killed run left behind is stopped and removed, and that of a living one is not', async () => {
  const dead = spawnSync('true').pid;
  const abandoned = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(dead)}-`));
  const left = await startCluster({ dataDir: abandoned, fsync: false });
  const living = path.join(tmpdir(), `madinatan-test-${String(process.ppid)}-living`);
  mkdirSync(living);
  const cluster = await startTemporaryCluster();
  await cluster.stop();
  expect(existsSync(abandoned)).toBe(false);
  expect(isAlive(left.pid)).toBe(false);
  expect(existsSync(living)).toBe(true);
  rmSync(living, { recursive: true });
});
