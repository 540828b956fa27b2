import { countInvalidations } from '#tests/faults/invalidation.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** A release a second, seen on two pairs of Next and edge: `npm run fault:invalidation -- [--minutes 9]`, which is 540 of them. */
await runFault('invalidation', 9, countInvalidations);
