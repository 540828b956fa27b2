import { type CheckName, CHECKS, type Edit, type Range, type TextFinding } from './model.ts';

/** More findings of one check than this say nothing new about one text. */
const SAME_MAX = 20;

/** A finding; its severity is that of the check. */
export function report(check: CheckName, parts: Partial<Omit<TextFinding, 'check'>> = {}): TextFinding {
  return { check, severity: CHECKS[check], subject: '', wanted: '', range: null, fix: null, ...parts };
}

/** The name of a sign, `U+200F`. */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first matches of a pattern, as many as are told: the other hundred thousand cost time and say nothing. */
export function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.push(match) > SAME_MAX) break;
  }
  return found;
}

/** A fix of one replacement. */
export function replaced(range: Range, text: string): Edit[] {
  return [{ ...range, text }];
}

/** The findings in the order of the text, without the tail of those that repeat themselves. */
export function tidy(findings: readonly TextFinding[]): TextFinding[] {
  const seen = new Map<CheckName, number>();
  const kept = findings.filter(({ check }) => {
    const before = seen.get(check) ?? 0;
    seen.set(check, before + 1);
    return before < SAME_MAX;
  });
  return kept.length < 2 ? kept : kept.toSorted((one, other) => (one.range?.start ?? -1) - (other.range?.start ?? -1));
}
