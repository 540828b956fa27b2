import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { savedView } from '#db/schema/desk.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { Problem } from '#platform/problem.ts';
import { asNames } from '../internal/load-view.ts';
import type { SharedWith } from '../model.ts';
import { mayShareViews } from '../policy.ts';

/** A view as a tab over its list. */
export interface SavedView {
  id: string;
  ownerId: string;
  owner: string;
  name: string;
  /** As it was kept; it may mean nothing any more. */
  question: string;
  sharedWith: SharedWith;
  rank: number;
}

const VIEWS_MAX = 60;

/**
 * The views of a list that somebody sees: their own, those for everybody, and those for a role that they hold. Who may share
 * sees the views of all roles.
 *
 * @throws Problem `forbidden`: lists are for staff
 */
export async function listSavedViews(actor: PersonActor, list: KindName): Promise<SavedView[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const roles = actor.grants.map(({ role }) => role);
  const shared = mayShareViews(actor)
    ? sql`${savedView.sharedWith} <> 'owner'`
    : inArray(savedView.sharedWith, ['everybody', ...roles]);
  const rows = await appDb()
    .select({
      id: savedView.id,
      ownerId: savedView.ownerId,
      owner: person.name,
      list: savedView.list,
      name: savedView.name,
      question: savedView.question,
      sharedWith: savedView.sharedWith,
      rank: savedView.rank,
    })
    .from(savedView)
    .innerJoin(person, eq(person.id, savedView.ownerId))
    .where(and(eq(savedView.list, list), or(eq(savedView.ownerId, actor.id), shared)))
    .orderBy(asc(savedView.rank), asc(savedView.createdAt), asc(savedView.id))
    .limit(VIEWS_MAX);
  return rows.map(({ list: stored, ...row }) => ({ ...row, sharedWith: asNames({ ...row, list: stored }).sharedWith }));
}
