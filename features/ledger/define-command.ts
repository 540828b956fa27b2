import type { z } from 'zod';
import type { Database } from '#db/pool.ts';
import type { Actor, AuditSubject, Call } from './model.ts';

/** What a command's own code gets: the open transaction, the call, and the doors to audit, jobs and page tags. */
export interface CommandContext {
  tx: Database;
  actor: Actor;
  now: Date;
  call: Call;
  /** Adds an audit line about what was touched; it is written in the same transaction. */
  audit: (subject: AuditSubject) => void;
  /** Marks pages as out of date at commit. */
  invalidate: (tags: readonly string[]) => void;
}

/** One deed: data plus three functions. Order, transaction, audit and idempotency belong to the ledger. */
export interface Command<Input, Subject, Result> {
  /** `record.publish`: the name in the audit trail and in the table of rights. */
  name: string;
  input: z.ZodType<Input>;
  /** Reads a posted form as raw input; without it the form's plain fields are taken as they are. */
  fromForm?: (form: FormData) => unknown;
  /** Reads and locks what the deed is about; `null` where it does not exist for this caller. */
  load: (context: CommandContext, input: Input) => Promise<Subject | null>;
  /** Whether this actor may do this to what was loaded. */
  allow: (actor: Actor, subject: Subject, input: Input) => boolean;
  run: (context: CommandContext, subject: Subject, input: Input) => Promise<Result>;
  /** What a browser is told after success, beside the result: where to go, which cookie to set. */
  respond?: (result: Result, input: Input) => Promise<{ redirectTo?: string } | null>;
  /**
   * Leaves no line in the trail when it is done; a refusal does. For what is no content and gone in a minute, such as who has a page
   * open: a line every ten seconds would bury what people did.
   */
  isFleeting?: boolean;
  /** Kept out of audit detail and logs. */
  secretFields?: readonly string[];
}

/** Declares a deed. Nothing in the product writes by any other way. */
export function defineCommand<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
): Command<Input, Subject, Result> {
  return command;
}
