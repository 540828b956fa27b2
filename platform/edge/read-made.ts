import { type Answer, makeAnswer } from './answer.ts';
import { cleanPage, filesOfStyleSheet } from './clean-page.ts';
import { publicPolicy, safetyHeaders } from './headers.ts';
import type { Heard } from './upstream.ts';

/** An answer of the framework that does not become a kept page. */
export type Unkept =
  /** For this one reader: the page may not be kept. */
  | { kind: 'once'; answer: Answer }
  /** For this one reader as well. */
  | { kind: 'moved'; status: number; location: string }
  | { kind: 'missing' }
  | { kind: 'failed'; reason: string };

/** An answer of the framework that may be kept. */
export interface Keepable {
  kind: 'answer';
  answer: Answer;
  tags: readonly string[];
  /** What the page cannot be seen without. */
  files: readonly string[];
}

interface Reading {
  isSecure: boolean;
  /** Kept although it answers 404. */
  isKeptMissing: boolean;
}

/** What readers and their browsers may do with a page: keep it, and ask each time whether it is still the newest. */
const DOCUMENT_CACHE = 'public, max-age=0, must-revalidate';

const REDIRECTS = new Set([301, 307, 308]);

/** Makes of an answer of the framework what readers get. */
export async function readMade(heard: Heard, reading: Reading): Promise<Keepable | Unkept> {
  const { status } = heard;
  if (REDIRECTS.has(status)) return readMoved(heard, reading);
  if (status === 200 || (status === 404 && reading.isKeptMissing)) {
    return isPage(heard) ? readPage(heard, reading) : readFile(heard, reading);
  }
  return status === 404 ? { kind: 'missing' } : { kind: 'failed', reason: `the framework answered ${String(status)}` };
}

/** Makes of a file whose name changes with its content what readers get: it is good for ever. */
export async function readFixedFile(heard: Heard, path: string, isSecure: boolean): Promise<Keepable | Unkept> {
  const { status, body, headers } = heard;
  if (status >= 500) return { kind: 'failed', reason: `the framework answered ${String(status)}` };
  if (status !== 200) return { kind: 'missing' };
  const type = headers['content-type'] ?? 'application/octet-stream';
  const cache = headers['cache-control'] ?? DOCUMENT_CACHE;
  const own = ['content-type', type, 'cache-control', cache, 'accept-ranges', 'bytes', ...safetyHeaders(isSecure)];
  const answer = await makeAnswer({ status, headers: own, body });
  const files = type.startsWith('text/css') ? filesOfStyleSheet(body.toString('utf8'), path) : [];
  return { kind: 'answer', answer, tags: [], files };
}

async function readPage(heard: Heard, { isSecure }: Reading): Promise<Keepable | Unkept> {
  const page = cleanPage(heard.body.toString('utf8'));
  // A page that names nothing could never be made anew, so it is not kept.
  const mayKeep = isKeepable(heard) && page.tags.length > 0;
  const policy = ['content-security-policy', publicPolicy(page)];
  const headers = [...documentHeaders(heard, mayKeep), ...policy, ...safetyHeaders(isSecure)];
  const answer = await makeAnswer({ status: heard.status, headers, body: Buffer.from(page.html) });
  return mayKeep ? { kind: 'answer', answer, tags: page.tags, files: page.files } : { kind: 'once', answer };
}

async function readFile(heard: Heard, { isSecure }: Reading): Promise<Keepable | Unkept> {
  const mayKeep = isKeepable(heard);
  const headers = [...documentHeaders(heard, mayKeep), ...safetyHeaders(isSecure)];
  const answer = await makeAnswer({ status: heard.status, headers, body: heard.body });
  return mayKeep ? { kind: 'answer', answer, tags: tagsOf(heard), files: [] } : { kind: 'once', answer };
}

async function readMoved(heard: Heard, { isSecure }: Reading): Promise<Keepable | Unkept> {
  const location = heard.headers.location ?? '/';
  const tags = tagsOf(heard);
  if (tags.length === 0 || isForOne(heard)) return { kind: 'moved', status: heard.status, location };
  const headers = ['location', location, 'cache-control', DOCUMENT_CACHE, ...safetyHeaders(isSecure)];
  const answer = await makeAnswer({ status: heard.status, headers, body: Buffer.alloc(0) });
  return { kind: 'answer', answer, tags, files: [] };
}

/** Whether the framework drew a page. */
export function isPage({ headers }: Heard): boolean {
  return headers['content-type']?.startsWith('text/html') === true;
}

/** What an answer is, and whether browsers may keep it. */
export function documentHeaders({ headers }: Heard, mayKeep: boolean): string[] {
  const type = headers['content-type'] ?? 'application/octet-stream';
  return ['content-type', type, 'cache-control', mayKeep ? DOCUMENT_CACHE : 'private, no-store'];
}

/** The tags of an answer that is no page: it names them in a header. */
export function tagsOf({ headers }: Heard): string[] {
  const given = headers['x-page-tags'];
  return typeof given === 'string' ? given.split(' ').filter((tag) => tag !== '') : [];
}

function isKeepable(heard: Heard): boolean {
  return /\b(?:s-maxage|public)\b/u.test(heard.headers['cache-control'] ?? '') && !isForOne(heard);
}

/** Whether the framework meant an answer for whoever asked, and for nobody else. */
function isForOne({ headers }: Heard): boolean {
  return headers['set-cookie'] !== undefined || /\b(?:private|no-store)\b/u.test(headers['cache-control'] ?? '');
}
