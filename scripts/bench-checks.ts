import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import { checkMessage } from '#features/checks/check-message.ts';
import { parseMessage } from '#features/checks/parse-message.ts';
import { readCatalogue } from '#features/checks/read-catalogue.ts';

/**
 * `npm run bench:checks`: what checking costs. All checks over 1,600 messages made of the interface texts, against parsing
 * the same texts and nothing else; and the slowest single message, as an editor asks while somebody types.
 */
const MESSAGES = 1600;
const ROUNDS = 9;
const ALL_MS_MAX = 250;
const ONE_MS_MAX = 5;
const SOURCE = readTexts('en');

process.exitCode = main();

function main(): number {
  const target = generate(readTexts('ar'));
  const source = new Map([...target.keys()].map((key) => [key, SOURCE.get(originOf(key)) ?? '']));
  const context = { locale: 'ar', sourceLocale: 'en' };
  const first = timeOf(() => checkCatalogue({ source, target }, context));
  const all = medianOf(() => checkCatalogue({ source, target }, context));
  const baseline = medianOf(() => {
    for (const [key, text] of target)
      parseMessage(text).elements?.push(...(parseMessage(source.get(key) ?? '').elements ?? []));
  });
  const one = Math.max(...[...target].map(([key, text]) => slowest({ source: source.get(key) ?? '', target: text })));
  console.log(`messages                    ${String(target.size)}`);
  console.log(`first run, nothing warm     ${first.toFixed(0)} ms`);
  console.log(`parsing alone               ${baseline.toFixed(1)} ms, median of ${String(ROUNDS)}`);
  console.log(
    `all checks                  ${all.toFixed(1)} ms, median of ${String(ROUNDS)} (bar: ${String(ALL_MS_MAX)} ms)`,
  );
  console.log(`against parsing alone       ${(all / baseline).toFixed(1)} times`);
  console.log(`slowest single message      ${one.toFixed(2)} ms, best of 3 (bar: ${String(ONE_MS_MAX)} ms)`);
  const isFast = all <= ALL_MS_MAX && one <= ONE_MS_MAX;
  console.log(isFast ? 'within the bars' : 'TOO SLOW');
  return isFast ? 0 : 1;
}

/** The texts again and again under new keys, each with other words, so that nothing that is remembered helps. */
function generate(texts: ReadonlyMap<string, string>): Map<string, string> {
  const rows = [...texts];
  return new Map(
    Array.from({ length: MESSAGES }, (_, index): [string, string] => {
      const [key = '', text = ''] = rows[index % rows.length] ?? [];
      const round = Math.floor(index / rows.length);
      return [`${key}#${String(round)}`, round === 0 ? text : `${text} ${String(round)}`];
    }),
  );
}

function originOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

function slowest(pair: { source: string; target: string }): number {
  const check = () => checkMessage(pair, { locale: 'ar', sourceLocale: 'en' });
  return Math.min(timeOf(check), timeOf(check), timeOf(check));
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => timeOf(work)).toSorted((one, other) => one - other);
  return times[Math.floor(ROUNDS / 2)] ?? 0;
}

/** Time of the processor, which other programs on the machine do not lengthen. */
function timeOf(work: () => unknown): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function readTexts(locale: string): ReadonlyMap<string, string> {
  const file = fileURLToPath(new URL(`../messages/${locale}.json`, import.meta.url));
  return readCatalogue(readFileSync(file, 'utf8')).texts;
}
