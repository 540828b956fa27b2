import type { Database } from '#db/pool.ts';
import { site } from '#db/schema/settings.ts';

/** Whether a release of one's own work waits until somebody else has approved it. */
export async function isFourEyes(tx: Database): Promise<boolean> {
  const [row] = await tx.select({ fourEyes: site.fourEyes }).from(site);
  return row?.fourEyes ?? false;
}
