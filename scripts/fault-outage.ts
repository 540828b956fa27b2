import { countOutage } from '#tests/faults/outage.ts';
import { runFault } from '#tests/faults/rig/run-fault.ts';

/** The database away for a while, Next killed meanwhile: `npm run fault:outage -- [--minutes 30]`. */
await runFault('outage', 30, countOutage);
