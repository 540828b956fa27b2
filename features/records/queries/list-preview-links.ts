import { desc, eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { previewLink } from '#db/schema/desk.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { mayReadDrafts } from '../policy.ts';

/** A link as the desk lists it; its key is known to whoever has it, and to nobody else. */
export interface ListedPreviewLink {
  /** By which it is ended. */
  name: string;
  createdBy: string;
  maker: string;
  createdAt: Date;
  endsAt: Date;
  state: 'open' | 'ended' | 'over';
  wasOpened: boolean;
}

const LINKS_MAX = 20;

/**
 * The newest links to the drafts of a record.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listPreviewLinks(actor: Actor, recordId: string, now: Date): Promise<ListedPreviewLink[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({
      name: previewLink.tokenHash,
      createdBy: previewLink.createdBy,
      maker: person.name,
      createdAt: previewLink.createdAt,
      endsAt: previewLink.endsAt,
      endedAt: previewLink.endedAt,
      wasOpened: previewLink.wasOpened,
    })
    .from(previewLink)
    .innerJoin(person, eq(person.id, previewLink.createdBy))
    .where(eq(previewLink.recordId, recordId))
    .orderBy(desc(previewLink.createdAt))
    .limit(LINKS_MAX);
  return rows.map(({ endedAt, ...row }) => ({ ...row, state: stateOf({ endedAt, endsAt: row.endsAt }, now) }));
}

function stateOf({ endedAt, endsAt }: { endedAt: Date | null; endsAt: Date }, now: Date): ListedPreviewLink['state'] {
  if (endedAt !== null) return 'ended';
  return endsAt > now ? 'open' : 'over';
}
