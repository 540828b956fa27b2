import { parseArgs } from 'node:util';
import { type Lifetime, runCommand } from '#scripts/up/lifetime.ts';
import { type Bar, judge } from './bars.ts';
import type { Front } from './rig.ts';

/** What the terminal asks of a fault test. */
export interface FaultPlan {
  minutes: number;
  front: Front;
}

/** A fault test: tries something on a rig and tells which bars hold. */
export type FaultTest = (plan: FaultPlan, lifetime: Lifetime) => Promise<Bar[]>;

/**
 * Runs a fault test from the terminal: `--minutes N`, `--front next` to try Next without the edge, and `--untimed` where
 * the machine does other work, so that how long things take is told and does not count. The last line begins with `ok` or
 * `FAILED`, and so does the exit code.
 */
export async function runFault(name: string, minutes: number, test: FaultTest): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: String(minutes) },
      front: { type: 'string', default: 'edge' },
      untimed: { type: 'boolean', default: false },
    },
  });
  const asked = Number(values.minutes);
  const plan: FaultPlan = {
    minutes: asked > 0 ? asked : minutes,
    front: values.front === 'next' ? 'next' : 'edge',
  };
  await runCommand(async (lifetime) => judge(name, await test(plan, lifetime), values.untimed));
}
