import { PAGE_TAGS } from '#platform/page-tags.tsx';

/** A file of the public site, with the tags by which it is kept. */
export function fileAnswer(body: BodyInit, type: string, tags: readonly string[]): Response {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=0, must-revalidate' };
  return new Response(body, { headers: { ...headers, [PAGE_TAGS]: tags.join(' ') } });
}
