import { countFlood } from '#tests/faults/flood.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** Addresses that nothing stands at, 500 a second: `npm run fault:flood -- [--minutes 0.67]`, which is 20,000 of them. */
await runFault('flood', 2 / 3, countFlood);
