/** Every failure that a person can act on. Each code has a sentence in `messages/*.json` under `Errors`. */
export const PROBLEM_CODES = [
  'addressTaken',
  'conflict',
  'factsUnpublished',
  'forbidden',
  'inUse',
  'invalid',
  'notFound',
  'originRefused',
  'referenceTrashed',
  'referenceUnpublished',
  'signedOut',
  'stateRefused',
  'tooLarge',
  'tooManyAttempts',
  'unavailable',
  'unexpected',
  'unreachable',
  'unsynced',
  'wrongCredentials',
] as const;

/** A failure that a person can act on. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is wrong with one field: its path in the form, a reason with a message of its own, and the reason's numbers. */
export interface FieldProblem {
  path: string;
  reason: string;
  params?: Record<string, string | number>;
}

/** One path on which two writers disagree, with all three texts, so that nothing typed is lost. */
export interface PathConflict {
  path: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

/** One place that only the other writer changed, which comes along with the next save. */
export type BroughtPath = Omit<PathConflict, 'mine'>;

/** What a problem carries beside its code. */
export interface ProblemDetail {
  fields?: FieldProblem[];
  conflicts?: PathConflict[];
  brought?: BroughtPath[];
  /** The names of those who wrote meanwhile. */
  theirsBy?: string[];
  /** The version that is in force now, so that a form can be sent again on top of it. */
  current?: { version: number; headRev: number };
  retryAfterSeconds?: number;
  /** Names what stands in the way, for instance the records that still point here. */
  blockers?: { id: string; ref: string; kind: string }[];
  cause?: unknown;
}

/**
 * A refusal that a person can act on. It travels as a code and parameters, never as a sentence: translators own the words.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(code, { cause: detail.cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Whether something thrown is a refusal that a person can act on. */
export function isProblem(thrown: unknown): thrown is Problem {
  return thrown instanceof Problem;
}
