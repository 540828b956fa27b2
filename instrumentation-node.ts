import { followTags } from '#features/ledger/follow-tags.ts';
import { sendConsoleToLog } from '#platform/console-to-log.ts';
import { env } from '#platform/env.ts';
import { forgetPages } from '#platform/page-freshness.ts';

/** Makes this process forget the pages that a release puts out of date, for as long as it runs. */
export function followReleases(): void {
  // The build runs without a database.
  if (env().DATABASE_URL === undefined) return;
  followTags((marked) => {
    for (const { tag, atMs } of marked) forgetPages(tag, atMs);
  });
}

/** In production nothing is written but lines of the log; while developing, Next's own words help more. */
export function keepLog(): void {
  if (env().NODE_ENV === 'production') sendConsoleToLog();
}
