import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may travel; `identity` is the body as it is. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;

/** How a body may travel. */
export type Coding = (typeof CODINGS)[number];

/** An answer that can be given again and again, its body ready in each coding. */
export interface Answer {
  status: number;
  /** Names and values in turn; all that does not depend on the coding. */
  headers: readonly string[];
  /** Without quotes; the same bytes have the same tag. */
  etag: string;
  /** `null` where a coding would not make the body smaller. */
  bodies: Record<Coding, Buffer | null>;
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Below this, what a coding saves is less than what its header costs. */
const WORTH_CODING_BYTES = 256;
/** Pages are compressed once and sent often, but 40,000 of them may be due after a release. */
const BROTLI_QUALITY = 6;
/** What a compressor takes at a time; a coded page fits into a few of these. */
const CHUNK_BYTES = 4096;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|javascript|xml|manifest|[\w.-]+\+(?:json|xml)))/u;

/** Makes an answer that can be kept: each coding of its body, and a tag for it. */
export async function makeAnswer(given: { status: number; headers: readonly string[]; body: Buffer }): Promise<Answer> {
  const { status, headers, body } = given;
  const [br, gzipped] = isWorthCoding(headers, body) ? await codingsOf(body) : [null, null];
  const hash = createHash('sha256')
    .update(`${String(status)}\n${headers.join('\n')}\n`)
    .update(body);
  const etag = hash.digest('base64url').slice(0, 22);
  return { status, headers, etag, bodies: { br: smaller(br, body), gzip: smaller(gzipped, body), identity: body } };
}

/** The value of a header of an answer. */
export function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string | null {
  const at = headers.findIndex((part, place) => place % 2 === 0 && part === name);
  return at === -1 ? null : (headers[at + 1] ?? null);
}

/** How many bytes an answer holds in memory. */
export function sizeOf({ bodies }: Answer): number {
  return CODINGS.reduce((sum, coding) => sum + (bodies[coding]?.length ?? 0), 0);
}

/** The head to send with a body, complete with what depends on the coding. */
export function headFor(answer: Answer, coding: Coding): string[] {
  const body = answer.bodies[coding];
  const head = [...answer.headers, 'etag', `"${answer.etag}${SUFFIX[coding]}"`];
  head.push('content-length', String(body?.length ?? 0));
  if (coding !== 'identity') head.push('content-encoding', coding);
  if (answer.bodies.br !== null || answer.bodies.gzip !== null) head.push('vary', 'accept-encoding');
  return head;
}

/** The best coding of an answer that a reader takes. */
export function chooseCoding({ bodies }: Answer, taken: readonly Coding[]): Coding {
  return taken.find((coding) => bodies[coding] !== null) ?? 'identity';
}

/** Whether a reader who has some version has this one already, in whichever coding. */
export function isSameVersion({ etag }: Answer, ifNoneMatch: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//u, '').replaceAll('"', '');
    return bare.length >= etag.length && bare.startsWith(etag);
  });
}

/** A strong tag names bytes, so each coding has one of its own. */
const SUFFIX: Record<Coding, string> = { br: '-b', gzip: '-g', identity: '' };

function isWorthCoding(headers: readonly string[], body: Buffer): boolean {
  return body.length >= WORTH_CODING_BYTES && COMPRESSIBLE.test(headerOf({ headers }, 'content-type') ?? '');
}

async function codingsOf(body: Buffer): Promise<[Buffer, Buffer]> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return Promise.all([
    compressBrotli(body, { params, chunkSize: CHUNK_BYTES }),
    compressGzip(body, { level: 9, chunkSize: CHUNK_BYTES }),
  ]);
}

function smaller(coded: Buffer | null, body: Buffer): Buffer | null {
  return coded !== null && coded.length < body.length ? inOwnMemory(coded) : null;
}

/** A short result is the beginning of a piece of memory that the compressor took, and would keep all of it. */
function inOwnMemory(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
