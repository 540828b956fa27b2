import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { atLeast, atMost, type Bar, judgeBars } from '#tests/faults/rig/bars.ts';
import { listTargets, newWord } from '#tests/faults/rig/addresses.ts';
import { needEdge, openRig, type Rig } from '#tests/faults/rig/rig.ts';
import { visit } from '#tests/faults/rig/visit.ts';
import { type Contender, fetchBytes, type Kept, makeFolder, startBare, startNginx } from './bench/contenders.ts';
import { type Entry, measure, measureInTurns, medians, type Round, type RoundPlan } from './bench/public-rounds.ts';
import { CAN_PIN, LOAD_CLIENT, onCore, SERVER_CORE } from './bench/run-load.ts';
import { type Lifetime, runCommand } from './up/lifetime.ts';

/**
 * What a kept public page costs at the edge, beside a bare `node:http` server and nginx that send the same bytes, and beside
 * Next alone: `npm run bench:public -- [--rounds 5] [--seconds 2] [--connections 16]`. All are asked in turns within one run,
 * since machines are noisy; what counts is the ratio. It brings its own database and needs a build.
 */
const { values } = parseArgs({
  options: {
    path: { type: 'string', default: '/partnerships/hamburg-busan' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
  },
});
const plan: RoundPlan = {
  rounds: atLeastOne(values.rounds),
  seconds: atLeastOne(values.seconds),
  connections: atLeastOne(values.connections),
};
const ENCODINGS = ['identity', 'gzip', 'br'] as const;
const CPU_RATIO_MAX = 1.12;
const RATE_RATIO_GOAL = 0.9;
const NEXT_RATIO_MIN = 20;
const CODED_RATIO_MAX = 1.1;

await runCommand(async (lifetime) => {
  const pin = (program: Parameters<typeof onCore>[1]) => onCore(SERVER_CORE, program);
  const rig = await openRig({ front: 'edge', pin }, lifetime);
  const [instance] = rig.instances;
  const kept = await keepAll(instance.front, makeFolder(lifetime));
  const bare: Contender[] = [];
  for (const one of kept) bare.push(await startBare(one, lifetime));
  const nginx = await startNginx(kept, lifetime);
  const entries = kept.flatMap(({ encoding, path }, index): Entry[] => {
    const edge = { name: 'edge', base: instance.front, path, pid: needEdge(instance).pid() };
    return [edge, bare[index], nginx[index]].flatMap((contender) =>
      contender === undefined ? [] : [{ contender, encoding, path }],
    );
  });
  const alone: Entry = {
    contender: { name: 'next start', base: instance.direct, path: values.path, pid: instance.next.pid() },
    encoding: 'identity',
    path: values.path,
  };
  await visit(instance.direct + values.path);
  sayHow();
  const results = await measureInTurns([...entries, alone], plan, lifetime);
  const rows = [...results].map(([entry, rounds]): Row => ({ ...entry, ...medians(rounds), rounds }));
  for (const { body, encoding, path } of kept) report({ encoding, path, bytes: body.length }, rows);
  const refresh = await measureRefresh(rig, entries[0], lifetime);
  const bars = barsOf(rows, refresh);
  const code = judgeBars(bars);
  console.log(`ratio ${ratioOf(rows, { path: values.path, encoding: 'identity' }).toFixed(3)}`);
  return code;
});

interface Row extends Entry, Round {
  rounds: readonly Round[];
}

function atLeastOne(text: string): number {
  return Math.max(1, Number.parseInt(text, 10) || 1);
}

/** The page in two languages and three encodings. */
async function keepAll(front: string, folder: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const path of [values.path, `/de${values.path}`]) {
    await visit(front + path);
    for (const encoding of ENCODINGS) {
      kept.push({ path, encoding, folder, body: await fetchBytes(front, { path, encoding }) });
    }
  }
  return kept;
}

function sayHow(): void {
  const where = CAN_PIN ? 'servers and client on a core each' : 'servers and client not pinned';
  console.log(
    `${String(plan.connections)} connections, medians of ${String(plan.rounds)} × ${String(plan.seconds)} s in turns, ` +
      `${LOAD_CLIENT}, ${where}`,
  );
}

function report(variant: { path: string; encoding: string; bytes: number }, rows: readonly Row[]): void {
  console.log(`${variant.path}, ${variant.encoding}, ${count(variant.bytes)} bytes`);
  for (const row of rows) if (row.path === variant.path && row.encoding === variant.encoding) sayRow(row);
}

function sayRow({ contender, cpuMicros, p99Ms, perSecond }: Row): void {
  const cpu = cpuMicros === null ? 'unknown' : cpuMicros.toFixed(1);
  console.log(
    `  ${contender.name.padEnd(16)}${count(perSecond).padStart(9)} requests/s${cpu.padStart(9)} µs CPU/request` +
      `${p99Ms.toFixed(2).padStart(9)} ms p99`,
  );
}

/** The same crowd while the page is released anew twice a second. */
async function measureRefresh(rig: Rig, entry: Entry | undefined, lifetime: Lifetime): Promise<Round | null> {
  const target = (await listTargets(rig.database)).find(({ path }) => path === values.path);
  if (target === undefined || entry === undefined) return null;
  const load = measure(entry, { ...plan, seconds: plan.seconds * 2 }, lifetime);
  let isOver = false;
  const over = load.finally(() => {
    isOver = true;
  });
  let released = 0;
  while (!isOver) {
    const { isDone } = await rig.publisher.release(target.record, newWord());
    if (isDone) released += 1;
    await Promise.race([sleep(500), over]);
  }
  const round = await over;
  console.log(`${values.path}, identity, released ${String(released)} times meanwhile`);
  sayRow({ ...entry, ...round, rounds: [] });
  return released === 0 ? null : round;
}

function barsOf(rows: readonly Row[], refresh: Round | null): Bar[] {
  const edges = rows.filter(({ contender }) => contender.name === 'edge');
  const next = rows.find(({ contender }) => contender.name === 'next start');
  const [plain] = edges;
  const bars = edges.flatMap((edge) => {
    const name = `${edge.path}, ${edge.encoding}`;
    const ofPlain = edges.find(({ encoding, path }) => encoding === 'identity' && path === edge.path);
    return [
      atMost(`${name}: CPU of the edge / bare`, ratioOf(rows, edge), { max: CPU_RATIO_MAX }),
      ...(edge.encoding === 'identity'
        ? []
        : [atMost(`${name}: CPU / the same page plain`, share(edge, ofPlain), { max: CODED_RATIO_MAX })]),
    ];
  });
  for (const edge of edges) {
    const rate = edge.perSecond / (find(rows, edge, 'bare node:http')?.perSecond ?? Number.NaN);
    const goal = rate >= RATE_RATIO_GOAL ? '' : ', below the goal of 0.9';
    console.log(`requests/s of the edge / bare: ${rate.toFixed(3)} (${edge.path}, ${edge.encoding})${goal}`);
  }
  return [
    ...bars,
    atLeast('CPU of next start / edge', share(next, plain), NEXT_RATIO_MIN),
    {
      name: 'hits while the page is released',
      found: refresh === null ? 'no release' : 'all 200',
      isMet: refresh !== null,
    },
  ];
}

/** The processor time of a request at the edge by that of the bare server: the median of the ratios of each round. */
function ratioOf(rows: readonly Row[], variant: Pick<Row, 'path' | 'encoding'>): number {
  const [edge, bare] = ['edge', 'bare node:http'].map((name) => find(rows, variant, name));
  const ratios = (edge?.rounds ?? []).map(
    ({ cpuMicros }, round) => (cpuMicros ?? Number.NaN) / (bare?.rounds[round]?.cpuMicros ?? Number.NaN),
  );
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}

function find(rows: readonly Row[], { path, encoding }: Pick<Row, 'path' | 'encoding'>, name: string): Row | undefined {
  return rows.find((row) => row.path === path && row.encoding === encoding && row.contender.name === name);
}

function share(one: Row | undefined, other: Row | undefined): number {
  return (one?.cpuMicros ?? Number.NaN) / (other?.cpuMicros ?? Number.NaN);
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
