import { unstable_cache } from 'next/cache';

/**
 * Names the tags of a static page, so that publishing can refresh exactly the pages that show a record.
 *
 * `unstable_cache` around a constant is the only way to put a tag on a page that reads the database directly; what it
 * caches is the constant, never an answer. The `meta` element tells the edge the same tags.
 */
export async function tagPage(tags: readonly string[]) {
  const sorted = [...new Set(tags)].toSorted();
  await unstable_cache(async () => true, ['page-tags', ...sorted], { tags: sorted })();
  return <meta content={sorted.join(' ')} name="page-tags" />;
}
