import { parseArgs } from 'node:util';
import { countKills, type KillCount } from '#tests/faults/kill.ts';

/** Killing the processes that save, and the database under them: `npm run fault:kill -- [--cycles 50]`. */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '50' } } });
const cycles = Math.max(1, Number.parseInt(values.cycles, 10) || 50);

const count = await countKills({ cycles, serverEvery: 4, onCycle: report });
console.log(
  `${String(count.cycles)} cycles of kill -9, ${String(count.serverKills)} of them with the server: ` +
    `${String(count.acknowledged)} acknowledged, ${String(count.lost)} lost, ${String(count.halfWritten)} half-written, ` +
    `${String(count.sentAgain)} sent again after the kill`,
);
if (count.halfWritten > 0) console.log(count.flaws);
// A run in which nothing was answered, or nothing was under way, proves nothing.
process.exitCode = count.lost + count.halfWritten === 0 && count.acknowledged > 0 && count.sentAgain > 0 ? 0 : 1;

function report({ cycles: done, acknowledged, lost, halfWritten }: KillCount): void {
  if (done % 10 !== 0) return;
  console.log(
    `after ${String(done)} cycles: ${String(acknowledged)} acknowledged, ${String(lost)} lost, ${String(halfWritten)} half-written`,
  );
}
