import '#features/kinds/all.ts';
import { closeDatabase } from '#db/client.ts';
import { work } from '#features/jobs/work.ts';
import { bookStatus, completeStatuses, statusHandler } from '#features/partnerships/jobs.ts';
import { completePlaceNames } from '#features/places/complete-place-names.ts';
import { mailHandler } from '#features/notifications/jobs.ts';
import { bookHouse, houseHandler, releaseHandler, withdrawHandler } from '#features/records/jobs.ts';
import { bookMorning, morningHandler } from '#features/review/jobs.ts';
import { keepIndex } from '#features/search/keep-index.ts';
import { env } from '#platform/env.ts';
import { log } from '#platform/log.ts';
import { untilReady } from './worker/until-ready.ts';

if (env().DATABASE_URL === undefined) {
  console.error('Set DATABASE_URL; `npm run up` brings a database of its own, and a worker.');
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

// What is planned for now does not wait for what comes round.
const ready = untilReady(async () => {
  await bookHouse(new Date());
  await bookStatus(new Date());
  await bookMorning(new Date());
  await completeStatuses(new Date());
  await completePlaceNames(new Date());
}, stop.signal);
const index = keepIndex();
log.info('the worker is at work');
await work([releaseHandler, withdrawHandler, houseHandler, statusHandler, morningHandler, mailHandler], stop.signal);
await ready;
await index.close();
await closeDatabase();
