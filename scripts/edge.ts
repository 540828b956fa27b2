import { join } from 'node:path';
import { followTags, type MarkedTag } from '#features/ledger/follow-tags.ts';
import { DEFAULT_LOCALE, DIRECTION, isLocale, LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { QUERY_PAGES } from '#features/records/query-pages.mjs';
import { closeDatabase } from '#db/client.ts';
import { BODY_MEGABYTES_MAX } from '#platform/body-limit.ts';
import { startEdge } from '#platform/edge/edge.ts';
import type { PlainWords } from '#platform/edge/problems.ts';
import { env } from '#platform/env.ts';
import { internalKey } from '#platform/internal-key.ts';
import { log, logUnexpected } from '#platform/log.ts';
import { openDataFolder } from '#platform/postgres/data-folder.ts';
import { keepSecret } from '#platform/postgres/private-file.ts';
import { giveListener, takeListener } from './edge/kept-listener.ts';
import { openPageFolder } from './edge/page-folder.ts';
import { createQueue } from './edge/queue.ts';

/** The process that stands before Next: `UPSTREAM_URL` says where that listens, `PORT` where readers come. */
const { AUTH_SECRET, DATA_DIR, DATABASE_URL, PORT, PUBLIC_URL, TRUSTED_PROXIES, UPSTREAM_URL } = env();
if (UPSTREAM_URL === undefined || DATABASE_URL === undefined) {
  console.error('Set UPSTREAM_URL and DATABASE_URL; `npm run up` starts an edge with both.');
  process.exit(1);
}

/** Parts of the site that no reader sees; everything else is public. */
const PRIVATE = new Set(['api', 'dashboard', 'p', 'preview', 'set-up', 'sign-in']);

const dataDir = openDataFolder(DATA_DIR);
const secret = AUTH_SECRET ?? keepSecret(join(dataDir, 'auth-secret'));
const folder = await openPageFolder(join(dataDir, 'edge'), () => {
  log.warn('the database holds another site than the last time; the edge starts again with the pages of that one');
  void stop();
});
const marks = createQueue<readonly MarkedTag[]>();
const listener = followTags((marked) => marks.push(marked));
const starting = startEdge({
  port: PORT,
  listener: await takeListener(),
  onListening: giveListener,
  upstreamUrl: UPSTREAM_URL,
  folder,
  publicUrl: PUBLIC_URL,
  internalKey: internalKey(secret),
  trustedProxies: TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? [],
  bodyBytesMax: BODY_MEGABYTES_MAX * 1024 * 1024,
  languages: await readPlainWords(),
  languageOf,
  problemPage: (locale, name) =>
    name === 'unknown' ? localisePath(asLocale(locale), '/not-found') : `/internal/problem/${locale}/${name}`,
  isPrivate: (path) => PRIVATE.has(sectionOf(path)) && !isOpenInterface(path),
  isOpenInterface,
  queryKeys: (path) => QUERY_PAGES[withoutLanguage(path)] ?? null,
  framingOf: (path) => {
    if (sectionOf(path) === 'preview') return 'held';
    return /^\/dashboard\/records\/[^/]+\/preview$/u.test(withoutLanguage(path)) ? 'holds' : 'none';
  },
  isForMachines: (path) => path.startsWith('/api/'),
  isHidden: (path) =>
    sectionOf(path) === 'internal' || (sectionOf(path) === '_next' && !path.startsWith('/_next/static/')),
  marks,
  log: { warn: (words, about) => log.warn(about, words), failure: (thrown) => logUnexpected(thrown) },
});

// A promise that nobody waited for is a fault to be found in the log, and no reason to leave readers alone.
process.on('unhandledRejection', (thrown) => logUnexpected(thrown));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop();
  });
}

await starting;
log.info({ port: PORT }, 'the edge listens');

async function stop(): Promise<void> {
  const edge = await starting;
  await edge.close();
  await listener.close();
  await closeDatabase();
  process.exit(0);
}

/** The first part of an address after its language. */
function sectionOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  return isLocale(first) ? second : first;
}

/** What anybody may read by a program. */
function isOpenInterface(path: string): boolean {
  return path.startsWith('/api/v1/');
}

function withoutLanguage(path: string): string {
  const [, first = ''] = path.split('/');
  return isLocale(first) ? path.slice(first.length + 1) : path;
}

function languageOf(path: string): Locale {
  return asLocale(path.split(/[/?#]/u)[1] ?? '');
}

function asLocale(given: string): Locale {
  return isLocale(given) ? given : DEFAULT_LOCALE;
}

async function readPlainWords(): Promise<Record<string, PlainWords>> {
  const words = LOCALES.map(async (locale): Promise<[string, PlainWords]> => {
    const { ServerError } = await loadMessages(locale);
    return [locale, { direction: DIRECTION[locale], title: ServerError.title, text: ServerError.text }];
  });
  return Object.fromEntries(await Promise.all(words));
}
