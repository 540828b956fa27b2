import type { TestDatabase } from './database.ts';

/** What lies in the database, read past all rights. */
export function lookInto({ admin }: TestDatabase) {
  /** One unit as its row stands. */
  async function unitOf(record: string, scope: string): Promise<UnitSeen> {
    const [row] = await admin<UnitSeen[]>`
      select content, state, version, head_rev as "headRev", published_rev as "publishedRev", basis,
        stale_paths as "stalePaths", scheduled_for as "scheduledFor", submitted_by as "submittedBy",
        return_note as "returnNote"
      from unit where record_id = ${record} and scope = ${scope}`;
    if (row === undefined) throw new Error(`no unit ${scope} of ${record}`);
    return row;
  }

  /** The revisions of a unit, oldest first. */
  async function revisionsOf(record: string, scope: string): Promise<RevisionSeen[]> {
    return admin<RevisionSeen[]>`
      select n, base_n as "baseN", content, changed_paths as "changedPaths", kind, minor, note, author
      from revision where record_id = ${record} and scope = ${scope} order by n`;
  }

  /** The audit lines of one call. */
  async function auditOf(requestId: string): Promise<AuditSeen[]> {
    return admin<AuditSeen[]>`
      select actor_kind as "actorKind", actor_id as "actorId", action, outcome, subject_id as "subjectId", scope,
        revision::int, problem, detail
      from audit_event where request_id = ${requestId} order by id`;
  }

  /** A sum over every row of every table but the audit trail, to see whether anything changed at all. */
  async function fingerprint(): Promise<string> {
    const tables = await admin<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit_event' order by 1`;
    const sums = tables.map(
      ({ name }) => `select '${name}' as name, md5(coalesce(string_agg(row, E'\\n'), '')) as sum
      from (select t::text as row from public."${name}" t order by 1) rows`,
    );
    const rows = await admin.unsafe<{ name: string; sum: string }[]>(sums.join(' union all '));
    // The parts of a union come in any order once there are many.
    return rows
      .map(({ name, sum }) => `${name} ${sum}`)
      .toSorted()
      .join('\n');
  }

  return { unitOf, revisionsOf, auditOf, fingerprint };
}

interface UnitSeen {
  content: Record<string, unknown>;
  state: string;
  version: number;
  headRev: number;
  publishedRev: number | null;
  basis: Record<string, { rev: number; hash: string }>;
  stalePaths: string[];
  scheduledFor: Date | null;
  submittedBy: string | null;
  returnNote: string | null;
}

interface RevisionSeen {
  n: number;
  baseN: number | null;
  content: Record<string, unknown>;
  changedPaths: string[];
  kind: string;
  minor: boolean;
  note: string | null;
  author: string | null;
}

interface AuditSeen {
  actorKind: string;
  actorId: string | null;
  action: string;
  outcome: string;
  subjectId: string | null;
  scope: string | null;
  revision: number | null;
  problem: string | null;
  detail: Record<string, unknown> | null;
}
