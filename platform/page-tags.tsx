import { unstable_cache } from 'next/cache';

/** The header in which an answer that is no page names its tags. */
export const PAGE_TAGS = 'x-page-tags';

/** The tag of every page in a language: its interface texts are released all at once. */
export function messagesTag(locale: string): string {
  return `messages:${locale}`;
}

/**
 * Names the tags of a static page, so that publishing can refresh exactly the pages that show a record, and a release of
 * interface texts all pages of a language.
 *
 * `unstable_cache` around a constant is the only way to put a tag on a page that reads the database directly; what it
 * caches is the constant, never an answer. The `meta` element tells the edge the same tags.
 */
export async function tagPage(locale: string, tags: readonly string[]) {
  const sorted = [...new Set([...tags, messagesTag(locale)])].toSorted();
  await unstable_cache(async () => true, ['page-tags', ...sorted], { tags: sorted })();
  return <meta content={sorted.join(' ')} name="page-tags" />;
}
