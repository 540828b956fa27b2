import { countDrain } from '#tests/faults/drain.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** Next and edge asked to end while forms and pages are under way: `npm run fault:drain -- [--minutes 2]`. */
await runFault('drain', 2, countDrain);
