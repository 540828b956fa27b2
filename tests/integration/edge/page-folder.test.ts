import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as siteId from '#features/settings/queries/find-site-id.ts';
import { Problem } from '#platform/problem.ts';
import { openPageFolder } from '#scripts/edge/page-folder.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'page-folder-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

test('pages lie in a folder named by the content of the database', async () => {
  const [row] = await admin`select id from site`;
  const folder = await openPageFolder(root, () => undefined);
  expect(folder).toBe(join(root, String(row?.['id'])));
  expect(await openPageFolder(root, () => undefined)).toBe(folder);
});

test('while the database is away, the content of the last time is believed, until it turns out to be another', async () => {
  writeFileSync(join(root, 'site'), 'the-last-one');
  const find = vi.spyOn(siteId, 'findSiteId').mockRejectedValue(new Problem('unavailable'));
  const onOther = vi.fn();
  expect(await openPageFolder(root, onOther)).toBe(join(root, 'the-last-one'));
  expect(onOther).not.toHaveBeenCalled();
  find.mockResolvedValue('another');
  await vi.waitFor(() => expect(onOther).toHaveBeenCalledOnce(), { timeout: 5000 });
  expect(readFileSync(join(root, 'site'), 'utf8')).toBe('another');
});

test('a first start without a database begins with a folder of its own', async () => {
  vi.spyOn(siteId, 'findSiteId').mockRejectedValue(new Problem('unavailable'));
  expect(await openPageFolder(join(root, 'new'), () => undefined)).toBe(join(root, 'new', 'unknown'));
  expect(existsSync(join(root, 'new', 'site'))).toBe(false);
});
