import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '#db/migrate.ts';
import { ask, type Connection } from '#platform/postgres/ask.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { endProgram, launch, runToEnd, script } from '#scripts/up/programs.ts';
import { atLeast, atMost, type Bar } from './rig/bars.ts';

/** What to try. */
export interface SchedulePlan {
  /** How many releases come due. */
  releases: number;
  /** Within how many seconds. */
  seconds: number;
  /** Every how many seconds one of the two workers is killed. */
  killEvery: number;
}

const NAME = 'planned';
const WORKERS = 2;
/** The workers are at work before the first release is due. */
const HEAD_START_SECONDS = 8;
const LATE_SECONDS_MAX = 60;
const END_SECONDS_MAX = 180;

/**
 * Kills workers while planned releases come due: each release happens once and wholly, none before its time, and none is late
 * by more than a minute. Database and workers are of its own.
 */
export async function countScheduled(plan: SchedulePlan, lifetime: Lifetime): Promise<Bar[]> {
  const { asked, atEnd } = lifetime;
  const dataDir = mkdtempSync(join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  atEnd({ stop: async () => rmSync(dataDir, { recursive: true, force: true }) });
  const cluster = await startCluster({ dataDir, fsync: true });
  atEnd({ stop: async () => cluster.stop(), kill: () => process.kill(cluster.pid, 'SIGQUIT') });
  const { environment, openLogins } = await prepareDatabase(cluster, NAME);
  await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
  await openLogins();
  await makeRecords(environment, plan.releases, asked);
  const look = <T>(work: (connection: Connection) => Promise<T>) => ask(cluster.url(NAME), work);
  await look((admin) => spread(admin, plan.seconds));
  const kills = await killWhileDue(environment, plan, { look, asked });
  const found = await look(count);
  say(found, kills);
  return barsFor(found, plan, kills);
}

async function makeRecords(environment: DatabaseEnvironment, releases: number, signal: AbortSignal): Promise<void> {
  const file = fileURLToPath(new URL('schedule-records.ts', import.meta.url));
  const args = ['--conditions=react-server', '--import', 'tsx', file, String(releases)];
  const { code, output } = await runToEnd({ args, environment: { ...environment } }, { signal });
  if (code !== 0) throw new Error(`the records to be released could not be made: ${output}`);
}

/** Spreads the plans over the time in which they come due, and keeps them where no worker writes. */
async function spread(admin: Connection, seconds: number): Promise<void> {
  await admin`create table planned as
    select id as job, payload ->> 'record' as record, payload ->> 'scope' as scope,
      date_trunc('milliseconds', now() + ${HEAD_START_SECONDS} * interval '1 second'
        + ${seconds} * interval '1 second' * row_number() over (order by id) / count(*) over ()) as at
    from job where kind = 'record.release'`;
  await admin`update unit set scheduled_for = planned.at from planned
    where planned.record = unit.record_id::text and planned.scope = unit.scope`;
  await admin`update job set run_at = planned.at, payload = jsonb_set(payload, '{at}',
      to_jsonb(to_char(planned.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    from planned where planned.job = job.id`;
}

interface Surroundings {
  look: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  asked: AbortSignal;
}

/** @returns how many workers were killed */
async function killWhileDue(
  environment: DatabaseEnvironment,
  { seconds, killEvery }: SchedulePlan,
  { look, asked }: Surroundings,
): Promise<number> {
  const folder = join(tmpdir(), 'madinatan-faults');
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'schedule.log'), 'a');
  const start = () => launch({ args: script('worker'), environment: { ...environment, LOG_LEVEL: 'warn' } }, log);
  const workers = Array.from({ length: WORKERS }, start);
  const endsAt = performance.now() + (HEAD_START_SECONDS + seconds + END_SECONDS_MAX) * 1000;
  let kills = 0;
  try {
    while (performance.now() < endsAt && (await look(countWaiting)) > 0) {
      await sleep(killEvery * 1000, undefined, { signal: asked });
      const at = kills % WORKERS;
      const victim = workers[at];
      if (victim !== undefined) await endProgram(victim, { by: 'SIGKILL' });
      workers[at] = start();
      kills += 1;
    }
  } finally {
    await Promise.all(workers.map((worker) => endProgram(worker)));
  }
  return kills;
}

async function countWaiting(admin: Connection): Promise<number> {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from job where kind = 'record.release' and done_at is null and failed_at is null`;
  return row?.n ?? 0;
}

interface Found {
  planned: number;
  /** Releases that readers were told of exactly once, with one line in the trail and the text before them. */
  once: number;
  never: number;
  twice: number;
  /** Released, while something of it is missing. */
  halfDone: number;
  early: number;
  failed: number;
  takenAgain: number;
  lateP50: number;
  lateP99: number;
  lateMax: number;
}

async function count(admin: Connection): Promise<Found> {
  const [row] = await admin<Found[]>`
    with seen as (
      select planned.*, coalesce(log.n, 0) as releases, log.at as released, job.done_at, job.failed_at, job.attempts,
        unit.published_rev = 1 and unit.scheduled_for is null and unit.state = 'published'
          and exists (select 1 from place_text t where t.place_id = unit.record_id and t.locale = unit.scope)
          and (select count(*) from audit_event a where a.action = 'record.releaseScheduled' and a.outcome = 'done'
            and a.subject_id = unit.record_id and a.scope = unit.scope) = 1 as whole,
        extract(epoch from coalesce(job.done_at, now()) - planned.at)::float as late
      from planned
      join job on job.id = planned.job
      join unit on unit.record_id::text = planned.record and unit.scope = planned.scope
      left join (select record_id::text as record, scope, count(*)::int as n, min(at) as at from release_log
        where deed = 'released' group by 1, 2) log on log.record = planned.record and log.scope = planned.scope
    )
    select count(*)::int as planned,
      count(*) filter (where releases = 1 and whole)::int as once,
      count(*) filter (where releases = 0)::int as never,
      count(*) filter (where releases > 1)::int as twice,
      count(*) filter (where releases > 0 and not whole)::int as "halfDone",
      count(*) filter (where released < at)::int as early,
      count(*) filter (where failed_at is not null)::int as failed,
      count(*) filter (where attempts > 1)::int as "takenAgain",
      percentile_cont(0.5) within group (order by late) as "lateP50",
      percentile_cont(0.99) within group (order by late) as "lateP99",
      max(late) as "lateMax"
    from seen`;
  if (row === undefined) throw new Error('nothing was planned');
  return row;
}

function say(found: Found, kills: number): void {
  const { lateP50, lateP99, lateMax, ...counts } = found;
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  console.table({
    ...counts,
    kills,
    'late, p50': seconds(lateP50),
    'late, p99': seconds(lateP99),
    'late, longest': seconds(lateMax),
  });
}

function barsFor(found: Found, plan: SchedulePlan, kills: number): Bar[] {
  const killsMin = Math.max(1, Math.floor(plan.seconds / plan.killEvery) - 1);
  return [
    atLeast('releases that were planned', found.planned, plan.releases),
    atLeast('workers that were killed', kills, killsMin),
    atLeast('released exactly once, and wholly', found.once, plan.releases),
    atMost('never released', found.never, { max: 0 }),
    atMost('released more than once', found.twice, { max: 0 }),
    atMost('released by half', found.halfDone, { max: 0 }),
    atMost('released before their time', found.early, { max: 0 }),
    atMost('given up', found.failed, { max: 0 }),
    atMost('late, p99', found.lateP99, { max: LATE_SECONDS_MAX, unit: ' s' }),
  ];
}
