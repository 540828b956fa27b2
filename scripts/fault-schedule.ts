import { parseArgs } from 'node:util';
import { runCommand } from '#scripts/up/lifetime.ts';
import { judge } from '#tests/faults/rig/bars.ts';
import { countScheduled } from '#tests/faults/schedule.ts';

/** Killing workers while releases come due: `npm run fault:schedule -- [--releases 500] [--seconds 60] [--kill-every 5]`. */
const { values } = parseArgs({
  options: {
    releases: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    'kill-every': { type: 'string', default: '5' },
    minutes: { type: 'string' },
    untimed: { type: 'boolean', default: false },
  },
});
/** A short run among others, on a machine that does other work. */
const isShort = values.minutes !== undefined;
const plan = {
  releases: isShort ? 60 : Math.max(1, Number(values.releases) || 500),
  seconds: isShort ? 15 : Math.max(1, Number(values.seconds) || 60),
  killEvery: Math.max(1, Number(values['kill-every']) || 5),
};

await runCommand(async (lifetime) => judge('schedule', await countScheduled(plan, lifetime), values.untimed));
