import type { Locale } from '#i18n/locales.ts';
import type { ProblemCode } from '#platform/problem.ts';

/** Bundles of rights. A translator or reviewer may be bound to one language. */
export const ROLES = ['administrator', 'publisher', 'editor', 'translator', 'reviewer'] as const;

/** A bundle of rights. */
export type Role = (typeof ROLES)[number];

/** One role of one person; `locale: null` means every language. */
export interface Grant {
  role: Role;
  locale: Locale | null;
}

/** Somebody signed in. */
export interface PersonActor {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  locale: Locale;
  grants: readonly Grant[];
}

/** Who acts: a person, the product itself for a named reason, or somebody unknown. */
export type Actor = PersonActor | { kind: 'system'; reason: string } | { kind: 'anonymous' };

/** Somebody who is not signed in. */
export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** The person's id for columns that name an author; `null` for the system and for strangers. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}

/** What an audit line says of what was touched. */
export interface AuditSubject {
  subjectKind: string;
  /** `null` where it is not known, such as for the account that somebody tried to guess. */
  subjectId: string | null;
  scope?: string;
  revision?: number;
  detail?: Record<string, unknown>;
  /** Why it was refused, where the refusal itself must be kept and the transaction is committed. */
  problem?: ProblemCode;
}

/** Where a call came from, as far as the network tells. */
export interface CallSource {
  address: string | null;
  /** What the browser says of itself. */
  agent: string | null;
}

/** What every call of a command brings along; nothing below an adapter reads the clock. */
export interface Call {
  actor: Actor;
  now: Date;
  requestId: string;
  /** The name of one submit: the same key again has no second effect and gets the first answer. */
  idempotencyKey?: string;
  /** Run everything, then take it back: the answer says what would have happened. */
  dryRun?: boolean;
  /** Of calls over the network; limits by address need it. */
  source?: CallSource;
}
