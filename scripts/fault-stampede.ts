import { countStampede } from '#tests/faults/stampede.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** A crowd on a few pages while these are released ten times a second: `npm run fault:stampede -- [--minutes 1]`. */
await runFault('stampede', 1, countStampede);
