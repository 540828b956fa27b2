import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, CODINGS, type Coding } from './answer.ts';

/** What is known of a kept page without its bodies. */
export interface PageHead {
  path: string;
  tags: readonly string[];
  /** For each tag the mark that was in force when the page was made. */
  seen: readonly number[];
  /** Which build of the site made it. */
  build: string;
}

/** A page with its answer. */
export interface KeptPage extends PageHead {
  answer: Answer;
}

/** Pages on the disk, one file each: a line of JSON, then the bodies. */
export interface DiskPages {
  /** @returns `null` where there is none, or none that is whole */
  read: (path: string) => Promise<KeptPage | null>;
  /** Never leaves half a file behind. @returns its size in bytes */
  write: (page: KeptPage) => Promise<number>;
  remove: (path: string) => Promise<void>;
  /** What is there, in no order. */
  heads: () => AsyncGenerator<FoundHead>;
}

/** Written into each file; a file of another shape counts as none. */
const VERSION = 1;
const HEAD_BYTES = 16 * 1024;
const NEW_LINE = 0x0a;

interface FileHead extends PageHead {
  version: number;
  status: number;
  headers: readonly string[];
  etag: string;
  lengths: Record<Coding, number>;
}

/** What the file of a page is called, so that no address can lead out of the folder. */
export function fileNameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 40);
}

/** Opens a folder of pages, which is made where it is not there yet. */
export function openDiskPages(folder: string): DiskPages {
  const fileOf = (path: string) => {
    const name = fileNameOf(path);
    return { folder: join(folder, name.slice(0, 2)), file: join(folder, name.slice(0, 2), name) };
  };
  const own = randomUUID();
  let drafts = 0;
  return {
    read: async (path) => {
      const bytes = await readFile(fileOf(path).file).catch(() => null);
      const page = bytes === null ? null : readPage(bytes);
      return page?.path === path ? page : null;
    },
    write: async (page) => {
      const target = fileOf(page.path);
      await mkdir(target.folder, { recursive: true, mode: 0o700 });
      drafts += 1;
      const draft = `${target.file}.${own}-${String(drafts)}.new`;
      const bytes = writePage(page);
      try {
        await writeFile(draft, bytes, { mode: 0o600 });
        await rename(draft, target.file);
      } catch (thrown) {
        await rm(draft, { force: true });
        throw thrown;
      }
      return bytes.length;
    },
    remove: (path) => rm(fileOf(path).file, { force: true }),
    heads: () => readHeads(folder, (name) => name.includes(own)),
  };
}

function writePage({ path, tags, seen, build, answer }: KeptPage): Buffer {
  const { status, headers, etag, bodies } = answer;
  const lengths = { br: lengthOf(bodies.br), gzip: lengthOf(bodies.gzip), identity: lengthOf(bodies.identity) };
  const head: FileHead = { version: VERSION, path, tags, seen, build, status, headers, etag, lengths };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...CODINGS.flatMap((coding) => bodies[coding] ?? []),
  ]);
}

/** -1 stands for a coding that there is not. */
function lengthOf(body: Buffer | null): number {
  return body?.length ?? -1;
}

function readPage(bytes: Buffer): KeptPage | null {
  const end = bytes.indexOf(NEW_LINE);
  const head = end === -1 ? null : readHead(bytes.subarray(0, end));
  if (head === null) return null;
  const { path, tags, seen, build, status, headers, etag, lengths } = head;
  const bodies: Record<Coding, Buffer | null> = { br: null, gzip: null, identity: null };
  let at = end + 1;
  for (const coding of CODINGS) {
    const length = lengths[coding];
    if (length < 0) continue;
    // A copy of its own: a slice would hold the whole file in memory for as long as one of them lives.
    bodies[coding] = Buffer.from(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? { path, tags, seen, build, answer: { status, headers, etag, bodies } } : null;
}

function readHead(line: Buffer): FileHead | null {
  try {
    const head = asFileHead(JSON.parse(line.toString('utf8')));
    return head.version === VERSION ? head : null;
  } catch {
    return null;
  }
}

/** The folder is private to this program, which wrote the line; another version says so in its first field. */
function asFileHead(value: unknown): FileHead {
  return value as FileHead;
}

interface FoundHead {
  head: PageHead;
  bytes: number;
}

async function* readHeads(folder: string, isOwnDraft: (name: string) => boolean): AsyncGenerator<FoundHead> {
  const parts = await readdir(folder).catch((): string[] => []);
  for (const part of parts) {
    const names = await readdir(join(folder, part)).catch((): string[] => []);
    for (const name of names) {
      const file = join(folder, part, name);
      if (!name.endsWith('.new')) {
        // One file that cannot be read is no reason not to know the others.
        const found = await headOfFile(file).catch(() => null);
        if (found !== null) yield found;
      } else if (!isOwnDraft(name)) {
        // What a killed program was writing.
        await rm(file, { force: true }).catch(() => undefined);
      }
    }
  }
}

async function headOfFile(file: string): Promise<FoundHead | null> {
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(Math.min(size, HEAD_BYTES)));
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf(NEW_LINE);
    const line = end === -1 ? await readFile(file) : start;
    const head = readHead(line.subarray(0, line.indexOf(NEW_LINE)));
    if (head !== null) {
      return { head: { path: head.path, tags: head.tags, seen: head.seen, build: head.build }, bytes: size };
    }
  } finally {
    await opened.close();
  }
  await rm(file, { force: true });
  return null;
}
