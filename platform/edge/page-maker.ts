import { randomUUID } from 'node:crypto';
import { type Answer, makeAnswer } from './answer.ts';
import { cleanPage, filesOfStyleSheet } from './clean-page.ts';
import { publicPolicy, safetyHeaders } from './headers.ts';
import type { Marks } from './marks.ts';
import type { HotPage, PageStore } from './page-store.ts';
import type { Heard, Upstream } from './upstream.ts';

/** What became of the attempt to make a page. */
export type Made =
  | { kind: 'page'; page: HotPage }
  /** An answer for this one reader: the page may not be kept. */
  | { kind: 'once'; answer: Answer }
  | { kind: 'moved'; location: string }
  | { kind: 'missing' }
  | { kind: 'failed'; reason: string };

/** The build behind the edge, and the word that makes it draw a page anew. */
export interface Build {
  build: string;
  render: string;
}

/** What it takes to make pages. */
export interface MakerParts {
  upstream: Upstream;
  store: PageStore;
  marks: Marks;
  /** `null` as long as nobody behind the edge has answered. */
  build: () => Build | null;
  /** The host that pages are made for, whoever asks first. */
  host: string;
  isSecure: boolean;
  /** Pages that are kept although they answer 404: what is shown in place of others. */
  isKeptMissing: (path: string) => boolean;
}

/** Makes pages: asks the framework for one, cleans it, and keeps it. */
export interface PageMaker {
  /** Asks anew, once for everybody who waits for the same page. */
  make: (path: string) => Promise<Made>;
}

/** Files whose name changes with their content: the framework's own and those of style sheets. */
const IMMUTABLE = /^\/_next\/static\//u;
const DOCUMENT_CACHE = 'public, max-age=0, must-revalidate';
const REDIRECTS = new Set([301, 307, 308]);

export function createPageMaker(parts: MakerParts): PageMaker {
  const { store } = parts;
  const making = new Map<string, Promise<Made>>();

  async function makeNow(path: string): Promise<Made> {
    // What is marked from here on, the page may not have seen.
    const look = parts.marks.look();
    const build = parts.build();
    if (build === null) return { kind: 'failed', reason: 'nothing behind the edge has answered yet' };
    try {
      const heard = await parts.upstream.ask(path, { headers: headersFor(path, build, parts) });
      if (IMMUTABLE.test(path)) return await keepFile(path, heard);
      // Without this word the framework gave what it had kept; it was built anew meanwhile and does not know ours.
      const isAnew = heard.headers['x-nextjs-cache'] !== 'HIT' && heard.headers['x-nextjs-cache'] !== 'STALE';
      if (!isAnew) return { kind: 'failed', reason: 'the framework did not draw the page anew' };
      const made = await readMade(path, heard, parts);
      if (made.kind !== 'answer') return made;
      const { answer, tags, files } = made;
      const page = store.keep({ path, tags, seen: look.seenOf(tags), build: build.build, answer });
      fetchFiles(files);
      return { kind: 'page', page };
    } catch (thrown) {
      return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  async function keepFile(path: string, heard: Heard): Promise<Made> {
    if (heard.status !== 200) return heard.status < 500 ? { kind: 'missing' } : failed(heard);
    const type = heard.headers['content-type'] ?? 'application/octet-stream';
    const cache = heard.headers['cache-control'] ?? DOCUMENT_CACHE;
    const headers = [
      'content-type',
      type,
      'cache-control',
      cache,
      'accept-ranges',
      'bytes',
      ...safetyHeaders(parts.isSecure),
    ];
    const answer = await makeAnswer({ status: 200, headers, body: heard.body });
    if (type.startsWith('text/css')) fetchFiles(filesOfStyleSheet(heard.body.toString('utf8'), path));
    return { kind: 'page', page: store.keep({ path, tags: [], seen: [], build: IMMUTABLE_BUILD, answer }) };
  }

  /** A page cannot be seen without its files, so they are fetched before somebody needs them while the site is away. */
  function fetchFiles(files: readonly string[]): void {
    for (const file of files) {
      const [path = ''] = file.split('?');
      if (store.get(path) === undefined) void make(path);
    }
  }

  async function make(path: string): Promise<Made> {
    const known = making.get(path) ?? makeNow(path).finally(() => making.delete(path));
    making.set(path, known);
    return known;
  }

  return { make };
}

/** Files of all builds are good for ever: old pages name them. */
export const IMMUTABLE_BUILD = 'any';

function headersFor(path: string, { render }: Build, { host, isSecure }: MakerParts): Record<string, string> {
  const headers = {
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': isSecure ? 'https' : 'http',
    'x-request-id': randomUUID(),
  };
  return IMMUTABLE.test(path) ? headers : { ...headers, 'x-prerender-revalidate': render };
}

type ReadMade =
  | Exclude<Made, { kind: 'page' }>
  | { kind: 'answer'; answer: Answer; tags: readonly string[]; files: readonly string[] };

async function readMade(path: string, heard: Heard, parts: MakerParts): Promise<ReadMade> {
  const { status, headers } = heard;
  if (REDIRECTS.has(status)) return readMoved(heard, parts);
  if (status === 404 && !parts.isKeptMissing(path)) return { kind: 'missing' };
  if (status !== 200 && status !== 404) return failed(heard);
  const type = headers['content-type'] ?? '';
  const page = type.startsWith('text/html') ? cleanPage(heard.body.toString('utf8')) : null;
  const tags = page === null ? tagsOf(heard) : page.tags;
  const safety = safetyHeaders(parts.isSecure);
  const own =
    page === null ? [] : ['content-security-policy', publicPolicy(page), 'cross-origin-opener-policy', 'same-origin'];
  const answerHeaders = (cache: string) => ['content-type', type, 'cache-control', cache, ...own, ...safety];
  const body = page === null ? heard.body : Buffer.from(page.html);
  // A page that names nothing could never be made anew, so it is not kept.
  const mayKeep = isKeepable(heard) && (page === null || tags.length > 0);
  const answer = await makeAnswer({
    status,
    headers: answerHeaders(mayKeep ? DOCUMENT_CACHE : 'private, no-store'),
    body,
  });
  return mayKeep ? { kind: 'answer', answer, tags, files: page?.files ?? [] } : { kind: 'once', answer };
}

async function readMoved(heard: Heard, { isSecure }: MakerParts): Promise<ReadMade> {
  const location = heard.headers.location ?? '/';
  const tags = tagsOf(heard);
  if (tags.length === 0) return { kind: 'moved', location };
  const headers = ['location', location, 'cache-control', DOCUMENT_CACHE, ...safetyHeaders(isSecure)];
  const answer = await makeAnswer({ status: heard.status, headers, body: Buffer.alloc(0) });
  return { kind: 'answer', answer, tags, files: [] };
}

/** Answers that are no page name their tags in a header. */
function tagsOf({ headers }: Heard): string[] {
  const given = headers['x-page-tags'];
  return typeof given === 'string' ? given.split(' ').filter((tag) => tag !== '') : [];
}

function isKeepable({ headers }: Heard): boolean {
  const cache = headers['cache-control'] ?? '';
  return (
    headers['set-cookie'] === undefined &&
    /\b(?:s-maxage|public)\b/u.test(cache) &&
    !/\b(?:private|no-store)\b/u.test(cache)
  );
}

function failed({ status }: Heard): Made & { kind: 'failed' } {
  return { kind: 'failed', reason: `the framework answered ${String(status)}` };
}
