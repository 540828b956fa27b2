import type { FieldProblem, ProblemCode, ProblemDetail } from '#platform/problem.ts';

/** A form that nobody has sent yet. */
export interface IdleState {
  status: 'idle';
}

/** A form whose command was carried out. */
export interface DoneState<Result = unknown> {
  status: 'done';
  result: Result;
  /** For the hidden field `submitKey`: the next submit of this form is another one. */
  submitKey: string;
}

/** A form whose command was refused, with all that was typed. */
export interface RefusedState extends Omit<ProblemDetail, 'cause'> {
  status: 'refused';
  code: ProblemCode;
  /** What was typed, name and value, without secrets and files: a page made without script shows it again. */
  values: [name: string, value: string][];
  /** For the hidden field `submitKey`: sending the same text again is the same submit. */
  submitKey?: string;
  /** Of an unexpected failure: the number under which the log has it. */
  reference?: string;
}

/** What became of a form: plain data, so that a browser can hold it. */
export type FormState<Result = unknown> = IdleState | DoneState<Result> | RefusedState;

/** The state of a form that nobody has sent yet. */
export const IDLE: IdleState = { status: 'idle' };

/** What was typed into a field of a refused form, for `defaultValue`; `undefined` where nothing was. */
export function typedValue(state: FormState, name: string): string | undefined {
  if (state.status !== 'refused') return undefined;
  return state.values.find(([known]) => known === name)?.[1];
}

/** What is wrong with a field, by its path in the form; `null` where nothing is. */
export function fieldProblem(state: FormState, path: string): FieldProblem | null {
  if (state.status !== 'refused') return null;
  return state.fields?.find((field) => field.path === path) ?? null;
}
