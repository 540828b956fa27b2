import { type Answer, makeAnswer } from './answer.ts';
import { cleanPage } from './clean-page.ts';
import { publicPolicy, safetyHeaders } from './headers.ts';
import { documentHeaders, isPage, tagsOf } from './read-made.ts';
import type { Heard } from './upstream.ts';

/** What became of a question. */
export type AskedAnswer =
  /** Good for others who ask the same. */
  | { kind: 'kept'; answer: Answer; tags: readonly string[] }
  /** For this one reader. */
  | { kind: 'once'; answer: Answer }
  | { kind: 'failed' };

/** What an answer for machines says beside its content. */
const TOLD = ['access-control-allow-origin', 'content-disposition', 'content-language', 'link', 'location'] as const;

/**
 * Makes of the framework's answer to a question what readers get. Only the pages and addresses that may be asked come here,
 * so what the framework says of keeping does not count: it calls everything drawn for a question private.
 */
export async function readAsked(heard: Heard, isSecure: boolean): Promise<AskedAnswer> {
  if (heard.status >= 500) return { kind: 'failed' };
  const page = isPage(heard) ? cleanPage(heard.body.toString('utf8')) : null;
  const tags = page === null ? tagsOf(heard) : page.tags;
  const mayKeep = heard.status === 200 && heard.headers['set-cookie'] === undefined && tags.length > 0;
  const own = page === null ? toldBy(heard) : ['content-security-policy', publicPolicy(page)];
  const headers = [...documentHeaders(heard, mayKeep), ...own, ...safetyHeaders(isSecure)];
  const body = page === null ? heard.body : Buffer.from(page.html);
  const answer = await makeAnswer({ status: heard.status, headers, body });
  return mayKeep ? { kind: 'kept', answer, tags } : { kind: 'once', answer };
}

function toldBy({ headers }: Heard): string[] {
  return TOLD.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [name, value] : [];
  });
}
