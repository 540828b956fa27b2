import type { TextFinding } from './model.ts';

/** A finding that somebody looked at and let pass, and why. */
export interface Waiver {
  fingerprint: string;
  reason: string;
}

const SUBJECT_MAX = 60;

/**
 * What a finding is, apart from where it stands: the same fault keeps its fingerprint while the words around it change, and
 * another one of the same check gets another. Unique within one text.
 */
export function fingerprintOf({ check, subject, wanted }: TextFinding): string {
  return [check, shorten(subject), shorten(wanted)].join('|').replace(/\|+$/u, '');
}

/** The findings that nobody waived. What must never reach readers cannot be waived. */
export function withoutWaived<Found extends TextFinding>(
  findings: readonly Found[],
  waivers: readonly Pick<Waiver, 'fingerprint'>[],
): Found[] {
  const waived = new Set(waivers.map(({ fingerprint }) => fingerprint));
  return findings.filter((finding) => finding.severity === 'block' || !waived.has(fingerprintOf(finding)));
}

/** Waivers whose fault is gone: they would let a later one pass unseen. */
export function staleWaivers(findings: readonly TextFinding[], waivers: readonly Waiver[]): Waiver[] {
  const found = new Set(findings.map((finding) => fingerprintOf(finding)));
  return waivers.filter(({ fingerprint }) => !found.has(fingerprint));
}

/** Long subjects end in a number that depends on all of them. */
function shorten(text: string): string {
  if (text.length <= SUBJECT_MAX) return text;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${text.slice(0, SUBJECT_MAX).toWellFormed()}#${hash.toString(36)}`;
}
