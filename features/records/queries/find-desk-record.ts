import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { record, revision, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { asContent } from '../internal/load-record.ts';
import type { Content, KindName, Scope, UnitState } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** One unit as the editor shows it. */
export interface DeskUnit {
  scope: Scope;
  content: Content;
  state: UnitState;
  headRev: number;
  publishedRev: number | null;
  stalePaths: string[];
  returnNote: string | null;
  scheduledFor: Date | null;
  submittedBy: string | null;
  assignee: { id: string; name: string } | null;
  /** The day until which somebody asked for it, `YYYY-MM-DD`. */
  dueOn: string | null;
  updatedAt: Date;
  /** `null` for what the product itself wrote. */
  updatedBy: string | null;
  /** The id of the same person. */
  authorId: string | null;
}

/** A record as the editor shows it. */
export interface DeskRecord {
  id: string;
  kind: KindName;
  ref: string;
  sourceLocale: Locale;
  isTrashed: boolean;
  /** The published address part; `null` where nothing is public. */
  publishedSlug: string | null;
  units: DeskUnit[];
}

/**
 * A record with all its units, in one query.
 *
 * @param ref - `P-104`; untrusted
 * @returns `null` where no record has that name
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findDeskRecord(actor: Actor, ref: string): Promise<DeskRecord | null> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const published = alias(revision, 'published');
  const asked = alias(person, 'asked');
  const rows = await appDb()
    .select({
      id: record.id,
      kind: record.kind,
      ref: record.ref,
      sourceLocale: record.sourceLocale,
      deletedAt: record.deletedAt,
      publishedSlug: sql<string | null>`${published.content} ->> 'slug'`,
      scope: unit.scope,
      content: unit.content,
      state: unit.state,
      headRev: unit.headRev,
      publishedRev: unit.publishedRev,
      stalePaths: unit.stalePaths,
      returnNote: unit.returnNote,
      scheduledFor: unit.scheduledFor,
      submittedBy: unit.submittedBy,
      updatedAt: unit.updatedAt,
      updatedBy: person.name,
      authorId: unit.updatedBy,
      assigneeId: unit.assignee,
      assigneeName: asked.name,
      dueOn: unit.dueOn,
    })
    .from(record)
    .innerJoin(unit, eq(unit.recordId, record.id))
    .leftJoin(person, eq(person.id, unit.updatedBy))
    .leftJoin(asked, eq(asked.id, unit.assignee))
    .leftJoin(
      published,
      sql`${published.recordId} = ${unit.recordId} and ${published.scope} = ${unit.scope} and ${unit.scope} = 'facts' and ${published.n} = ${unit.publishedRev}`,
    )
    .where(eq(record.ref, ref))
    .orderBy(asc(unit.scope));
  const [first] = rows;
  if (first === undefined) return null;
  const { id, kind, sourceLocale, deletedAt } = first;
  return {
    ...asNames({ kind, sourceLocale }),
    id,
    ref,
    isTrashed: deletedAt !== null,
    publishedSlug: rows.find(({ scope }) => scope === 'facts')?.publishedSlug ?? null,
    units: rows.map(({ scope, state, content, assigneeId, assigneeName, ...row }) => ({
      ...row,
      assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
      ...asStates({ scope, state }),
      content: asContent(content),
    })),
  };
}

/** The checks on the columns and the kernel's own writes guarantee these values. */
function asNames(row: { kind: string; sourceLocale: string }): { kind: KindName; sourceLocale: Locale } {
  return row as { kind: KindName; sourceLocale: Locale };
}

/** The checks on the columns guarantee these values. */
function asStates(row: { scope: string; state: string }): { scope: Scope; state: UnitState } {
  return row as { scope: Scope; state: UnitState };
}
