import { parseArgs } from 'node:util';
import { env } from '#platform/env.ts';
import { countFaults, type FaultCount } from '#tests/faults/transactions.ts';

/** Breaking connections on purpose, on the server of TEST_DATABASE_URL: `npm run fault:transactions -- [--cycles 100]`. */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '100' } } });
const cycles = Math.max(1, Number.parseInt(values.cycles, 10) || 100);

const ownerUrl = env().TEST_DATABASE_URL;
if (ownerUrl === undefined) {
  console.error('Set TEST_DATABASE_URL to a database in which a superuser may make a scratch table.');
  process.exitCode = 1;
} else {
  await compareDrivers(ownerUrl);
}

async function compareDrivers(url: string): Promise<void> {
  const guarded = await countFaults({ ownerUrl: url, driver: 'guarded', cycles });
  console.log('guarded', guarded);
  const unguarded = await countFaults({
    ownerUrl: url,
    driver: 'unguarded',
    cycles: Math.max(6, Math.ceil(cycles / 10)),
  });
  console.log('unguarded', unguarded);
  console.log(
    `guarded: ${String(guarded.cycles)} cycles, ${String(guarded.strayRows)} stray rows, ${String(guarded.lostRows)} lost, ` +
      `${String(guarded.exits + guarded.hangs)} exits — unguarded: ${String(unguarded.cycles)} cycles, ` +
      `${String(unguarded.strayRows)} stray rows, ${String(unguarded.exits)} exits`,
  );
  process.exitCode = isClean(guarded) && unguarded.strayRows + unguarded.exits > 0 ? 0 : 1;
}

/** Clean, and really broken: a run in which no transaction failed proves nothing. */
function isClean({ strayRows, lostRows, exits, hangs, failed }: FaultCount): boolean {
  return strayRows + lostRows + exits + hangs === 0 && failed > 0;
}
