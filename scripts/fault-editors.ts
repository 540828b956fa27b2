import { parseArgs } from 'node:util';
import { countEditors } from '#tests/faults/editors.ts';
import { judgeBars } from '#tests/faults/rig/bars.ts';

/** Many editors on one text at the same moment: `npm run fault:editors -- [--writers 20] [--rounds 1000] [--processes 4]`. */
const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '1000' },
    processes: { type: 'string', default: '4' },
  },
});
const number = (text: string, least: number) => Math.max(least, Number.parseInt(text, 10) || least);
const plan = {
  writers: number(values.writers, 4),
  rounds: number(values.rounds, 10),
  processes: number(values.processes, 1),
};

const from = performance.now();
const bars = await countEditors({ ...plan, onRound: report });
const seconds = (performance.now() - from) / 1000;
console.log(
  `${String(plan.writers)} writers, ${String(plan.rounds)} rounds, ${String(plan.processes)} processes: ` +
    `${seconds.toFixed(0)} s, ${((plan.writers * plan.rounds) / seconds).toFixed(0)} texts a second`,
);
process.exitCode = judgeBars(bars);
console.log(process.exitCode === 0 ? `ok editors: ${String(bars.length)} bars met` : 'FAILED editors');

function report(round: number): void {
  if (round % 100 === 0)
    console.log(`after ${String(round)} rounds: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}
