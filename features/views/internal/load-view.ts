import { eq } from 'drizzle-orm';
import { savedView } from '#db/schema/desk.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { KindName } from '#features/records/model.ts';
import type { SharedWith } from '../model.ts';

/** A kept view as a command loads it. */
export interface ViewRow {
  id: string;
  ownerId: string;
  list: KindName;
  name: string;
  question: string;
  sharedWith: SharedWith;
  rank: number;
}

/** A view, locked; `null` where there is none. */
export async function lockView({ tx }: CommandContext, id: string): Promise<ViewRow | null> {
  const [row] = await tx.select().from(savedView).where(eq(savedView.id, id)).for('update');
  return row === undefined ? null : { ...row, ...asNames(row) };
}

/** The check on the column and the commands of this room guarantee these values. */
export function asNames(row: { list: string; sharedWith: string }): { list: KindName; sharedWith: SharedWith } {
  return row as { list: KindName; sharedWith: SharedWith };
}
