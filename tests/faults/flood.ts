import type { Lifetime } from '#scripts/up/lifetime.ts';
import { listPublicPaths } from './rig/addresses.ts';
import { atLeast, atMost, type Bar, forVisitors } from './rig/bars.ts';
import { folderBytes, residentBytes } from './rig/footprint.ts';
import { openRecorder, sayRecorded } from './rig/recorder.ts';
import { needEdge, openRig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import { startLoad } from './rig/steady-load.ts';
import { visitAll } from './rig/watch-word.ts';

const COPIES = 8;
const STRANGE_PER_SECOND = 500;
const PER_SECOND = 50;
const P99_MS_MAX = 250;
const DISK_BYTES_MAX = 1_000_000;
const MEMORY_BYTES_MAX = 50_000_000;
const MEGABYTE = 1_000_000;

/** What scanners, old links and typing errors look like. */
const SHAPES = [
  (n: number) => `/partnerships/unknown-${String(n)}`,
  (n: number) => `/de/places/unbekannt-${String(n)}`,
  (n: number) => `/en/stories/unknown-${String(n)}`,
  (n: number) => `/wp-admin-${String(n)}/setup.php`,
  (n: number) => `/${encodeURIComponent(`مدينة-${String(n)}`)}`,
  (n: number) => `/partnerships/unknown?page=${String(n)}`,
  (n: number) => `/de/${String(n)}/${String(n)}/${String(n)}`,
  (n: number) => `/places/${'x'.repeat(200)}-${String(n)}`,
];

/** Strangers ask for thousands of addresses that nothing stands at; nothing of that is kept, and readers do not feel it. */
export async function countFlood({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES }, lifetime);
  const [instance] = rig.instances;
  const edge = needEdge(instance);
  const paths = await listPublicPaths(rig.database);
  const before = await visitAll(instance.front, paths);
  for (const line of before) console.log(`  before the flood, ${line}`);
  // The code paths of the flood are warm before memory is compared.
  await flood(instance.front, { count: 1000, from: 1_000_000 });
  const [diskBefore, memoryBefore] = [folderBytes(instance.storeDir), residentBytes(edge.pid())];
  const readers = openRecorder();
  const load = startLoad({
    base: instance.front,
    pathAt: (turn) => paths[(turn * 31) % paths.length] ?? '/',
    perSecond: PER_SECOND,
    recorder: readers,
  });
  const count = Math.round(minutes * 60 * STRANGE_PER_SECOND);
  const strangers = await flood(instance.front, { count, from: 0 });
  await load.stop();
  const [diskAfter, memoryAfter] = [folderBytes(instance.storeDir), residentBytes(edge.pid())];
  const { statuses } = strangers;
  console.log(sayRecorded('unknown addresses', strangers));
  for (const example of strangers.examples) console.log(`  failed: ${example}`);
  return [
    atMost('pages that did not answer 200 before the flood', before.length, { max: 0 }),
    atLeast('unknown addresses', strangers.count, count),
    atMost('of these not answered 404', strangers.count - (statuses['404'] ?? 0), { max: 0 }),
    ...forVisitors('readers of published pages', readers.sum(), P99_MS_MAX),
    grown('the store of the edge', [diskBefore, diskAfter], DISK_BYTES_MAX),
    ...(memoryBefore === null || memoryAfter === null
      ? []
      : [grown('the memory of the edge', [memoryBefore, memoryAfter], MEMORY_BYTES_MAX)]),
  ];
}

function grown(name: string, [before, after]: [number, number], max: number): Bar {
  const size = `${(before / MEGABYTE).toFixed(1)} MB before`;
  return atMost(`${name} (${size}) grew by`, (after - before) / MEGABYTE, { max: max / MEGABYTE, unit: ' MB' });
}

async function flood(base: string, { count, from }: { count: number; from: number }) {
  const recorder = openRecorder();
  const pathAt = (turn: number) => SHAPES[turn % SHAPES.length]?.(from + turn) ?? '/unknown';
  await startLoad({ base, pathAt, perSecond: STRANGE_PER_SECOND, recorder, count }).done;
  return recorder.sum();
}
