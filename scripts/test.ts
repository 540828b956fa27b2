import { openTestServer, type TestServer } from './test/test-server.ts';
import { type Part, PARTS, type Setting } from './test/parts.ts';
import { addUp, couldNotRun, type Tally } from './test/tally.ts';
import { type Lifetime, runCommand } from './up/lifetime.ts';

/** All tests, or the parts named on the command line: `npm test -- unit integration`. Ends with one plain line of counts. */
await runCommand(async (lifetime) => {
  const parts = chooseParts(process.argv.slice(2));
  const tallies: Tally[] = [];
  // Ended last, since it was added first: nothing may be written after this line.
  lifetime.atEnd({ stop: async () => printSum(tallies) });
  const server = shareServer(lifetime);
  for (const part of parts) {
    if (lifetime.asked.aborted) break;
    tallies.push(await runPart(part, { server, lifetime }));
  }
  lifetime.asked.throwIfAborted();
  return addUp(tallies).failed === 0 ? 0 : 1;
});

/**
 * The parts to run, in their order.
 *
 * @throws Error where a name is unknown
 */
function chooseParts(names: string[]): readonly Part[] {
  const unknown = names.filter((name) => PARTS.every((part) => part.name !== name));
  if (unknown.length > 0) {
    throw new Error(`There is no part ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}.`);
  }
  return PARTS.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** One server for all parts, opened for the first that asks for it. */
function shareServer({ atEnd }: Lifetime): Setting['server'] {
  let opened: Promise<TestServer> | null = null;
  return () => {
    opened ??= openTestServer().then((server) => {
      atEnd(server.atEnd);
      return server;
    });
    return opened;
  };
}

async function runPart({ name, minutesMax, run }: Part, rest: Omit<Setting, 'signal'>): Promise<Tally> {
  const since = performance.now();
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new Error(`${name} took longer than ${String(minutesMax)} minutes and was ended.`));
  }, minutesMax * 60_000);
  const signal = AbortSignal.any([rest.lifetime.asked, limit.signal]);
  const tally = await run({ ...rest, signal }).catch(couldNotRun);
  clearTimeout(timer);
  for (const reason of tally.reasons) console.log(`✗ ${reason}`);
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(`${name}: ${String(tally.passed)} passed, ${String(tally.failed)} failed (${seconds} s)`);
  return tally;
}

function printSum(tallies: readonly Tally[]): void {
  const { passed, failed } = addUp(tallies);
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
}
