import { existsSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { findBinaries } from './binaries.ts';

const REMEDY = 'Install Postgres 15 or newer yourself and set DATABASE_URL to it.';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the programs of this platform are there', () => {
  const { initdb, pgCtl } = findBinaries();
  expect([initdb, pgCtl].map((program) => existsSync(program))).toEqual([true, true]);
});

test('a platform without a package is told what to do', () => {
  vi.stubGlobal('process', { ...process, platform: 'linux', arch: 'riscv64' });
  expect(() => findBinaries()).toThrow(`There is no embedded Postgres for linux-riscv64. ${REMEDY}`);
});

test('a system without glibc is told what to do', () => {
  vi.stubGlobal('process', {
    ...process,
    platform: 'linux',
    arch: 'x64',
    report: { getReport: () => ({ header: { nodejsVersion: 'v20.20.2' } }) },
  });
  expect(() => findBinaries()).toThrow(/needs glibc.*Install Postgres 15 or newer/u);
});
