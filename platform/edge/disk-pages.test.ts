import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderForTest, keptPage } from '#tests/support/kept-page.ts';
import { type DiskPages, openDiskPages } from './disk-pages.ts';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function pathsIn(disk: DiskPages): Promise<string[]> {
  const paths: string[] = [];
  for await (const { head } of disk.heads()) paths.push(head.path);
  return paths.toSorted();
}

/** A folder with one page, its only file, and the folder opened anew. */
async function withOnePage() {
  const folder = folderForTest();
  const disk = openDiskPages(folder);
  await disk.write(keptPage('/a', 'كلمات', { tags: ['place:1', 'texts'], seen: [5, -1] }));
  const [file = ''] = filesIn(folder);
  return { folder, disk, file };
}

describe('a page on the disk', () => {
  it('comes back as it was', async () => {
    const { folder, disk } = await withOnePage();
    const page = keptPage('/a', 'كلمات', { tags: ['place:1', 'texts'], seen: [5, -1] });
    expect(await disk.read('/a')).toEqual(page);
    expect(await openDiskPages(folder).read('/a')).toEqual(page);
    expect(await disk.read('/b')).toBeNull();
  });

  it('is there in its newest version only, and not at all once it was removed', async () => {
    const { folder, disk } = await withOnePage();
    await disk.write(keptPage('/a', 'newer'));
    expect((await disk.read('/a'))?.answer.bodies.identity?.toString()).toBe('newer');
    expect(filesIn(folder)).toHaveLength(1);
    await disk.remove('/a');
    await disk.remove('/a');
    expect(await disk.read('/a')).toBeNull();
    expect(filesIn(folder)).toEqual([]);
  });

  it('is read by nobody else', async () => {
    const { file } = await withOnePage();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is known by its head alone, however long that is', async () => {
    const folder = folderForTest();
    const disk = openDiskPages(folder);
    const tags = Array.from({ length: 5000 }, (_tag, at) => `record:${String(at)}`);
    await disk.write(keptPage('/long', 'text', { tags, seen: tags.map(() => 1) }));
    const found: unknown[] = [];
    for await (const one of disk.heads()) found.push(one);
    const bytes = statSync(filesIn(folder)[0] ?? '').size;
    expect(found).toEqual([{ head: { path: '/long', tags, seen: tags.map(() => 1), build: 'one' }, bytes }]);
  });
});

describe('a file that is no whole page', () => {
  it.each([
    ['empty', () => ''],
    ['torn in its head', (whole: string) => whole.slice(0, 20)],
    ['without an end of its head', (whole: string) => whole.replace('\n', '')],
    ['no JSON', () => 'words\nmore'],
    ['of another version', (whole: string) => whole.replace('"version":1', '"version":2')],
    ['another kind of JSON', () => 'null\n'],
    ['a list', () => '[]\n'],
  ])('%s counts as none, and goes', async (_name, spoil) => {
    const { folder, file } = await withOnePage();
    writeFileSync(file, spoil(readFileSync(file, 'latin1')), 'latin1');
    const disk = openDiskPages(folder);
    expect(await disk.read('/a')).toBeNull();
    expect(await pathsIn(disk)).toEqual([]);
    expect(filesIn(folder)).toEqual([]);
  });

  it('torn in its bodies, or longer than it says, counts as none', async () => {
    const { disk, file } = await withOnePage();
    const { size } = statSync(file);
    truncateSync(file, size - 1);
    expect(await disk.read('/a')).toBeNull();
    await disk.write(keptPage('/a'));
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]));
    expect(await disk.read('/a')).toBeNull();
  });

  it('and that of another page is not taken for this one', async () => {
    const { folder, disk, file } = await withOnePage();
    await disk.write(keptPage('/b', 'of b'));
    const other = filesIn(folder).find((name) => name !== file) ?? '';
    cpSync(other, file);
    expect(await disk.read('/a')).toBeNull();
  });

  it('keeps nobody from the others', async () => {
    const { folder, disk, file } = await withOnePage();
    await disk.write(keptPage('/b'));
    writeFileSync(join(folder, 'strange.txt'), 'x');
    mkdirSync(join(dirname(file), 'a-folder'));
    mkdirSync(join(folder, '00-empty', 'deeper'), { recursive: true });
    writeFileSync(join(dirname(file), 'nothing'), '');
    expect(await pathsIn(openDiskPages(folder))).toEqual(['/a', '/b']);
  });

  it('left by a program that was killed while it wrote goes', async () => {
    const { folder, file } = await withOnePage();
    writeFileSync(`${file}.12345-1.new`, 'half');
    expect(await pathsIn(openDiskPages(folder))).toEqual(['/a']);
    expect(filesIn(folder)).toEqual([file]);
  });
});

it('a page that is being written is not taken for what a killed program left', async () => {
  const folder = folderForTest();
  const disk = openDiskPages(folder);
  const writing = disk.write(keptPage('/large', 'x'.repeat(64 * 1024 * 1024)));
  const isUnderWay = () => filesIn(folder).some((file) => file.endsWith('.new'));
  await vi.waitFor(() => expect(isUnderWay()).toBe(true), { interval: 1 });
  expect(await pathsIn(disk)).toEqual([]);
  expect(isUnderWay(), 'the page was written before the folder was looked through').toBe(true);
  await writing;
  expect(await pathsIn(disk)).toEqual(['/large']);
});
