import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { localisePath } from '#i18n/locales.ts';
import { atMost, type Bar, judge } from '#tests/faults/rig/bars.ts';
import { openRig } from '#tests/faults/rig/rig.ts';
import { visit } from '#tests/faults/rig/visit.ts';
import { makeFolder, startBare } from './bench/contenders.ts';
import { findLighthouse, judgePage } from './bench/lighthouse.ts';
import { bareDocument, type ColdVisit, openBrowser, visitCold } from './bench/page-visit.ts';
import { type Lifetime, runCommand } from './up/lifetime.ts';

/**
 * What a first page costs on a phone: bytes by kind, how far it moves and when it is seen, beside a bare document with the
 * same text, in turns: `npm run bench:page -- [--rounds 3]`. Where `lighthouse` is on the path, its four scores as well. It
 * brings its own database and needs a build.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 1);
const PATHS = ['/', '/partnerships', '/partnerships/hamburg-busan', '/places/izmir', '/stories/structural-change'];
const LOCALES = ['ar', 'de'] as const;
const LARGEST_MS_MAX = 2500;
const SHIFT_MAX = 0.02;
const SCORE_MIN = 95;
const BUDGET = { html: 30_000, css: 20_000, font: 70_000, script: 10_000 } as const;

/** A page with the document it is compared with. */
interface Pair {
  path: string;
  url: string;
  bare: string;
}

await runCommand(async (lifetime) => {
  const { instances } = await openRig({ front: 'edge', isPublic: true }, lifetime);
  const folder = makeFolder(lifetime);
  const pairs: Pair[] = [];
  for (const locale of LOCALES) {
    for (const path of PATHS.map((one) => localisePath(locale, one))) {
      pairs.push(await pairOf({ base: instances[0].front, path, folder }, lifetime));
    }
  }
  const browser = await openBrowser(lifetime);
  console.log(`1.6 Mbit/s, 150 ms, a processor four times slower, nothing kept; medians of ${String(rounds)} in turns`);
  console.log(`${'page'.padEnd(34)}    html     css   fonts  script   other    CLS      LCP  bare LCP  ratio`);
  const bars: Bar[] = [];
  for (const { bare, path, url } of pairs) {
    const ours: ColdVisit[] = [];
    const others: ColdVisit[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await visitCold(browser, url));
      others.push(await visitCold(browser, bare));
    }
    bars.push(...report(path, ours, others));
  }
  await browser.close();
  return judge('page', [...bars, ...(await scoresOf(pairs, folder, lifetime))], false);
});

/** Visits a page, so that the edge keeps it and its files, and starts the bare document beside it. */
async function pairOf(of: { base: string; path: string; folder: string }, lifetime: Lifetime): Promise<Pair> {
  const { text } = await visit(of.base + of.path);
  const body = brotliCompressSync(bareDocument(text));
  const { base } = await startBare({ path: of.path, encoding: 'br', folder: of.folder, body }, lifetime);
  return { path: of.path, url: of.base + of.path, bare: `${base}/` };
}

function report(path: string, ours: readonly ColdVisit[], others: readonly ColdVisit[]): Bar[] {
  const [first] = ours;
  if (first === undefined) return [];
  const { bytes, elsewhere } = first;
  const shift = Math.max(...ours.map((one) => one.shift));
  const [largest, bare] = [ours, others].map((visits) => middleOf(visits.map(({ largestMs }) => largestMs)));
  const ratio = (largest ?? Number.NaN) / (bare ?? Number.NaN);
  const columns = [bytes.html, bytes.css, bytes.font, bytes.script, bytes.other].map((one) => String(one).padStart(8));
  const [ms, bareMs] = [largest, bare].map((one) => `${(one ?? Number.NaN).toFixed(0)} ms`.padStart(9));
  console.log(
    `${path.padEnd(34)}${columns.join('')}${shift.toFixed(3).padStart(7)}${ms}${bareMs}${ratio.toFixed(2).padStart(7)}`,
  );
  return [
    ...(['html', 'css', 'font', 'script'] as const).map((kind) =>
      atMost(`${path}: ${kind}`, bytes[kind], { max: BUDGET[kind], unit: ' bytes' }),
    ),
    atMost(`${path}: requests elsewhere`, elsewhere.length, { max: 0 }),
    atMost(`${path}: CLS`, shift, { max: SHIFT_MAX }),
    atMost(`${path}: LCP`, largest ?? Number.NaN, { max: LARGEST_MS_MAX, unit: ' ms' }),
  ];
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function scoresOf(pairs: readonly Pair[], folder: string, lifetime: Lifetime): Promise<Bar[]> {
  const program = findLighthouse();
  if (program === null) {
    console.log('lighthouse is not on the path; docs/performance.md says how it gets there');
    return [];
  }
  const bars: Bar[] = [];
  for (const { path, url } of pairs) {
    const { faults, scores } = await judgePage(url, { program, folder, signal: lifetime.asked });
    const words = Object.entries(scores).map(([category, score]) => `${category} ${String(score)}`);
    console.log(`${path.padEnd(34)} ${words.join(', ')}`);
    for (const fault of faults) console.log(`    ${fault}`);
    const least = Math.min(...Object.values(scores));
    bars.push({
      name: `${path}: each category of Lighthouse`,
      found: `${String(least)} (at least ${String(SCORE_MIN)})`,
      isMet: least >= SCORE_MIN,
    });
  }
  return bars;
}
