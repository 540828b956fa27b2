import { countRestarts } from '#tests/faults/restart.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** Next, edge and database killed over and over: `npm run fault:restart -- [--minutes 5]`. */
await runFault('restart', 5, countRestarts);
