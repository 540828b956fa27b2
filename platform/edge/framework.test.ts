import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '#tests/support/running-edge.ts';
import { type Framework, watchFramework } from './framework.ts';
import type { Heard } from './upstream.ts';

/** What a request line and its headers may hold in Node. */
const LINE_BYTES_MAX = 16 * 1024;

let framework: Framework;
/** What was asked about addresses, in order. */
let lines: string[];
/** Answers all that was asked so far. */
let answer: () => void;
/** With what. */
let answerWith: (line: string) => Heard;

beforeEach(() => {
  lines = [];
  answerWith = unknown;
  const waiting: (() => void)[] = [];
  answer = () => {
    for (const go of waiting.splice(0)) go();
  };
  framework = watchFramework({
    upstream: {
      ask: async (line) => {
        if (!line.startsWith('/internal/address?')) throw new Error('away');
        lines.push(line);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return answerWith(line);
      },
      open: () => {
        throw new Error('nothing flows by here');
      },
      close: () => undefined,
    },
    key: 'word',
    host: 'localhost',
    onBuild: () => undefined,
    onReturn: () => undefined,
  });
});

afterEach(async () => {
  await framework.close();
});

function pathsIn(line: string): string[] {
  return new URL(line, 'http://site').searchParams.getAll('path');
}

/** Nothing stands anywhere; each answer says of which address it is. */
function unknown(line: string): Heard {
  const answers = pathsIn(line).map((path) => ({ state: 'unknown', locale: path.slice(0, 8) }));
  return { status: 200, headers: {}, body: Buffer.from(JSON.stringify({ answers })) };
}

async function fatesOf(paths: readonly string[]): Promise<unknown[]> {
  const asked = Promise.all(paths.map(async (path) => framework.fateOf(path)));
  const all = { said: null as unknown[] | null };
  void asked.then((said) => (all.said = said));
  await until(() => {
    answer();
    expect(all.said).not.toBeNull();
  });
  return asked;
}

it('addresses that come up together are asked for together, and each gets its own answer', async () => {
  const paths = Array.from({ length: 250 }, (_path, at) => `/${String(at)}`);
  const fates = await fatesOf([...paths, '/7']);
  expect(fates).toEqual([...paths, '/7'].map((path) => ({ state: 'unknown', locale: path })));
  expect(lines.length).toBeLessThan(8);
});

it.each(['@', '%D9%85', '/a', 'a'])(
  'no line is longer than the framework reads, however its addresses are written: %s',
  async (sign) => {
    const paths = Array.from({ length: 40 }, (_path, at) => `/${String(at)}${sign.repeat(1900 / sign.length)}`);
    await fatesOf(paths);
    expect(lines.flatMap(pathsIn).toSorted()).toEqual(paths.toSorted());
    for (const line of lines) expect(line.length).toBeLessThan(LINE_BYTES_MAX - 1024);
  },
);

it.each([
  ['a failure', 500, 'Internal Server Error'],
  ['that the database is away', 503, '{"state":"unavailable"}'],
  ['another shape', 200, '{"state":"live"}'],
  ['nothing', 200, ''],
  ['a refusal', 404, ''],
])('an answer that tells nothing is no answer, and does no harm: %s', async (_name, status, body) => {
  answerWith = () => ({ status, headers: {}, body: Buffer.from(body) });
  const fate = framework.fateOf('/places/izmir');
  await until(() => expect(lines).toHaveLength(1));
  answer();
  expect(await fate).toEqual({ state: 'unavailable' });
  answerWith = unknown;
  const next = framework.fateOf('/places/izmir');
  await until(() => expect(lines).toHaveLength(2));
  answer();
  expect(await next).toMatchObject({ state: 'unknown' });
});
