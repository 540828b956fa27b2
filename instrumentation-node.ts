import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { followTags } from '#features/ledger/follow-tags.ts';
import { sendConsoleToLog } from '#platform/console-to-log.ts';
import { env } from '#platform/env.ts';
import { forgetPages } from '#platform/page-freshness.ts';
import { enterRequest } from '#platform/request-context.ts';
import { findBuild } from '#platform/running-build.ts';

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

/** Gives each request a name. Node tells of a request before anybody works on it, and Next has no place as early as that. */
export function nameRequests(): void {
  subscribe('http.server.request.start', (message) => enterRequest(asStart(message).request));
}

/** Learns which build this is before the next one can be laid in its place. */
export function noteBuild(): void {
  findBuild();
}

/** What Node documents for this channel. */
function asStart(message: unknown): { request: IncomingMessage } {
  return message as { request: IncomingMessage };
}
