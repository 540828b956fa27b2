import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';

/** A page that was begun before a release may be kept a moment after it; by now every such page is kept. */
const SETTLED_MS = 5000;

/**
 * Lets Next forget the pages that carry a tag: at once, and once more when every page that was being made at that moment
 * is kept. Pages made later stay.
 *
 * @param atMs - when the tag was marked
 * @remarks Next has no public door for this outside of a request (`revalidateTag` throws there), so its own list of tags is
 * written to; the version of Next is pinned and a test watches it.
 */
export function forgetPages(tag: string, atMs: number): void {
  const settledMs = atMs + SETTLED_MS;
  const now = Date.now();
  expire(tag, Math.min(settledMs, now));
  if (settledMs > now) setTimeout(() => expire(tag, Date.now()), settledMs - now).unref();
}

function expire(tag: string, atMs: number): void {
  const known = tagsManifest.get(tag);
  tagsManifest.set(tag, { ...known, expired: Math.max(known?.expired ?? 0, atMs) });
}
