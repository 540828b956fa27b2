import type { CheckName, TextFinding } from './model.ts';

/** Which sentence of the interface explains a finding, and what it says of it. */
export interface Explanation {
  /** Under `Checks` in the interface texts. */
  key: CheckName;
  /** For the texts' `{subject}` and `{wanted}`. */
  values: { subject: string; wanted: string };
}

/** Longer subjects would hide the sentence around them. */
const SHOWN_MAX = 60;

/** The way from a finding to a sentence in the reader's language: `t(key, values)` with the namespace `Checks`. */
export function explain({ check, subject, wanted }: TextFinding): Explanation {
  return { key: check, values: { subject: shown(subject), wanted: shown(wanted) } };
}

function shown(text: string): string {
  return text.length <= SHOWN_MAX ? text : `${text.slice(0, SHOWN_MAX)}…`;
}
