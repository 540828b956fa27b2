import { randomUUID } from 'node:crypto';
import type { Marks } from './marks.ts';
import type { HotPage } from './hot-pages.ts';
import type { PageStore } from './page-store.ts';
import { type Keepable, readFixedFile, readMade, type Unkept } from './read-made.ts';
import type { Heard, Upstream } from './upstream.ts';

/** What became of the attempt to make a page. */
export type Made = { kind: 'page'; page: HotPage } | Unkept;

/** The build behind the edge, and the word that makes it draw a page anew. */
export interface Build {
  build: string;
  render: string;
}

/** What it takes to make pages. */
interface MakerParts {
  upstream: Upstream;
  store: PageStore;
  marks: Marks;
  /** `null` as long as nobody behind the edge has answered. */
  build: () => Build | null;
  /** Another build may answer than the one that is known. */
  onStrange: () => void;
  /** The host that pages are made for, whoever asks first. */
  host: string;
  isSecure: boolean;
  /** Pages that are kept although they answer 404: what is shown in place of others. */
  isKeptMissing: (path: string) => boolean;
  /** A page is kept, and one of its files is not. */
  onFileAway: (path: string) => void;
  /** Whether readers may have what stands there: a page may name anything. */
  isPublic: (path: string) => boolean;
  /** A page was made and is kept. */
  onKept: (path: string) => void;
}

/** Makes pages: asks the framework for one, cleans it, and keeps it. */
export interface PageMaker {
  /** Asks anew, once for everybody who waits for the same page. */
  make: (path: string) => Promise<Made>;
}

/** Files of all builds are good for ever: old pages name them. */
export const IMMUTABLE_BUILD = 'any';

/** Files whose name changes with their content. */
const IMMUTABLE = /^\/(?:_next\/static|client|fonts)\//u;

/** Makes the pages of a site into its store. */
export function createPageMaker(parts: MakerParts): PageMaker {
  const { store } = parts;
  const making = new Map<string, Promise<Made>>();

  async function makeNow(path: string): Promise<Made> {
    const build = parts.build();
    if (build === null) return { kind: 'failed', reason: 'nothing behind the edge has answered yet' };
    // What is marked from here on, the page may not have seen.
    const look = parts.marks.look();
    try {
      const made = IMMUTABLE.test(path) ? await askForFile(path, parts) : await askForPage(path, build, parts);
      if (made.kind !== 'answer') return made;
      const { answer, tags, files } = made;
      const madeBy = IMMUTABLE.test(path) ? IMMUTABLE_BUILD : build.build;
      const page = store.keep({ path, tags, seen: look.seenOf(tags), build: madeBy, answer });
      fetchFiles(files);
      parts.onKept(path);
      return { kind: 'page', page };
    } catch (thrown) {
      parts.onStrange();
      return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  /** A page cannot be seen without its files, so they are fetched before somebody needs them while the site is away. */
  function fetchFiles(files: readonly string[]): void {
    for (const file of files) {
      const [path = ''] = file.split('?');
      if (parts.isPublic(path) && store.get(path) === undefined) void fetchFile(path);
    }
  }

  async function fetchFile(path: string): Promise<void> {
    const { kind } = await make(path);
    if (kind === 'failed') parts.onFileAway(path);
  }

  async function make(path: string): Promise<Made> {
    const known = making.get(path) ?? makeNow(path).finally(() => making.delete(path));
    making.set(path, known);
    return known;
  }

  return { make };
}

async function askForPage(path: string, { render }: Build, parts: MakerParts): Promise<Keepable | Unkept> {
  const heard = await parts.upstream.ask(path, { headers: { ...headersFor(parts), 'x-prerender-revalidate': render } });
  if (isFromCache(heard)) throw new Error('the framework did not draw the page anew');
  return readMade(heard, { isSecure: parts.isSecure, isKeptMissing: parts.isKeptMissing(path) });
}

async function askForFile(path: string, parts: MakerParts): Promise<Keepable | Unkept> {
  const heard = await parts.upstream.ask(path, { headers: headersFor(parts) });
  return readFixedFile(heard, path, parts.isSecure);
}

function headersFor({ host, isSecure }: MakerParts): Record<string, string> {
  const scheme = isSecure ? 'https' : 'http';
  return { host, 'x-forwarded-host': host, 'x-forwarded-proto': scheme, 'x-request-id': randomUUID() };
}

/** Without the right word the framework gives what it had kept, which may be older than a mark. */
function isFromCache({ headers }: Heard): boolean {
  return headers['x-nextjs-cache'] === 'HIT' || headers['x-nextjs-cache'] === 'STALE';
}
