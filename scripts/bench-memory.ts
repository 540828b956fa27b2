import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSecret } from '#platform/postgres/private-file.ts';
import { atLeast, atMost, type Bar, judge } from '#tests/faults/rig/bars.ts';
import { openRigDatabase } from '#tests/faults/rig/database.ts';
import { countFiles, folderBytes, peakBytes, residentBytes } from '#tests/faults/rig/footprint.ts';
import { rigProgram, type RigProgram } from '#tests/faults/rig/program.ts';
import { openRecorder, sayRecorded } from '#tests/faults/rig/recorder.ts';
import { pollUntil, startLoad } from '#tests/faults/rig/steady-load.ts';
import { makeFolder } from './bench/contenders.ts';
import { startFakeNext } from './bench/fake-next.ts';
import { type Lifetime, runCommand } from './up/lifetime.ts';
import { claimPort } from './up/port.ts';
import { edgeProgram } from './up/edge-program.ts';

/**
 * How much memory an edge takes that keeps 40,000 pages: `npm run bench:memory -- [--pages 40000]`. A small server stands in
 * for Next, since drawing so many pages would take an hour and says nothing about the edge.
 */
const { values } = parseArgs({ options: { pages: { type: 'string', default: '40000' } } });
const pages = Math.max(100, Number.parseInt(values.pages, 10) || 0);
const MEGABYTE = 1_000_000;
const RESIDENT_MAX = 200;
const FILL_MS_MAX = 30 * 60_000;
const READERS = { perSecond: 400, count: 20_000 };

await runCommand(async (lifetime) => {
  const folder = makeFolder(lifetime);
  const database = await openRigDatabase(join(folder, 'database'), 0, lifetime);
  const fake = await startFakeNext(pages, lifetime);
  const { edge, front, store } = await startEdge(folder, { ...database.environment, UPSTREAM_URL: fake.url }, lifetime);
  const bars: Bar[] = [];
  const since = performance.now();
  const filled = await pollUntil(async () => (countFiles(store) >= pages ? true : null), {
    everyMs: 2000,
    withinMs: FILL_MS_MAX,
  });
  const seconds = (performance.now() - since) / 1000;
  console.log(
    `${String(countFiles(store))} pages kept after ${seconds.toFixed(0)} s, ${String(fake.made())} made, ` +
      `${inMegabytes(folderBytes(store))} MB on the disk`,
  );
  bars.push(atLeast('pages kept', filled === null ? countFiles(store) : pages, pages), ...look('filled', edge));

  const recorder = openRecorder();
  const pathAt = (turn: number) => fake.pathOf((turn * 7919) % pages);
  await startLoad({ base: front, pathAt, recorder, ...READERS }).done;
  const readers = recorder.sum();
  console.log(sayRecorded('readers of pages all over', readers));
  bars.push(atMost('readers without an answer', readers.failed, { max: 0 }), ...look('read all over', edge));

  await edge.drain(20_000);
  const startedAt = performance.now();
  await edge.start();
  console.log(`started again after ${(performance.now() - startedAt).toFixed(0)} ms`);
  await startLoad({ base: front, pathAt, recorder, ...READERS }).done;
  bars.push(...look('started again and read all over', edge));
  return judge('memory', bars, false);
});

async function startEdge(folder: string, environment: Record<string, string>, lifetime: Lifetime) {
  const port = String(await claimPort(0));
  const dataDir = join(folder, 'edge');
  mkdirSync(dataDir);
  const own = { NODE_ENV: 'production', AUTH_SECRET: makeSecret(), DATA_DIR: dataDir, PORT: port };
  const front = `http://127.0.0.1:${port}`;
  const edge = rigProgram(
    {
      program: edgeProgram({ ...environment, ...own }),
      answersAt: `${front}/`,
      logFile: join(folder, 'edge.log'),
    },
    lifetime.asked,
  );
  lifetime.atEnd({ stop: () => edge.kill() });
  await edge.start();
  return { edge, front, store: join(dataDir, 'edge') };
}

function look(when: string, edge: RigProgram): Bar[] {
  const [resident, peak] = [residentBytes(edge.pid()), peakBytes(edge.pid())];
  if (resident === null || peak === null) return [];
  console.log(`resident when ${when}: ${inMegabytes(resident)} MB, at most so far ${inMegabytes(peak)} MB`);
  return [atMost(`resident when ${when}`, resident / MEGABYTE, { max: RESIDENT_MAX, unit: ' MB' })];
}

function inMegabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
