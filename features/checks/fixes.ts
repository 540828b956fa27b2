import type { Edit, TextFinding } from './model.ts';

/** A text with the replacements made. Those that overlap one before them are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted((one, other) => one.start - other.start)) {
    if (start < at || end > text.length) continue;
    made += text.slice(at, start) + replacement;
    at = end;
  }
  return made + text.slice(at);
}

/** A text with everything repaired that can be repaired without a person. */
export function applyFixes(text: string, findings: readonly TextFinding[]): string {
  // What replaces the whole text comes last: it would shut out everything else.
  const edits = findings.filter(({ check }) => check !== 'not-nfc').flatMap(({ fix }) => fix ?? []);
  const repaired = applyEdits(text, edits);
  return findings.some(({ check, fix }) => check === 'not-nfc' && fix !== null) ? repaired.normalize('NFC') : repaired;
}
