import type { Severity } from '#features/checks/model.ts';
import { fingerprintOf } from '#features/checks/waivers.ts';
import type { Locale } from '#i18n/locales.ts';
import type { PlacedFinding } from './catalogue-file.ts';
import { describeCheck } from './describe-finding.ts';

/** The ways in which the command line tells what it found. */
export const FORMATS = ['text', 'json', 'github'] as const;

/** One of the ways. */
export type Format = (typeof FORMATS)[number];

/** What ends the command with 1 is an error, whether or not a reviewer could waive it. */
const LEVELS: Record<Severity, 'error' | 'warning' | 'info'> = {
  block: 'error',
  review: 'error',
  warning: 'warning',
  info: 'info',
};
/** GitHub calls it so. */
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** The findings as lines for a terminal, as one JSON document, or as remarks that GitHub sets beside the lines. */
export function showFindings(findings: readonly PlacedFinding[], format: Format, language: Locale): string[] {
  if (format === 'json') return [JSON.stringify({ findings: findings.map((finding) => asRow(finding, language)) })];
  return findings.map((finding) => (format === 'github' ? asRemark(finding, language) : asLine(finding, language)));
}

/** Whether any finding must not reach readers. */
export function hasError(findings: readonly PlacedFinding[]): boolean {
  return findings.some(({ severity }) => LEVELS[severity] === 'error');
}

/** `error ar.json:12:5 Home.title: empty. The text is empty.` */
function asLine(finding: PlacedFinding, language: Locale): string {
  const { file, line, column, severity } = finding;
  const place = line === null ? file : `${file}:${String(line)}:${String(column)}`;
  return `${LEVELS[severity]} ${place} ${sentenceOf(finding, language)}`;
}

function asRow(finding: PlacedFinding, language: Locale): Record<string, unknown> {
  const { file, line, column, key, check, severity, subject, wanted, range, fix } = finding;
  return {
    file,
    line,
    column,
    key,
    check,
    severity: LEVELS[severity],
    waivable: severity !== 'block',
    message: describeCheck(finding, language),
    subject,
    wanted,
    offset: range?.start ?? null,
    range,
    fix,
    fingerprint: fingerprintOf(finding),
  };
}

function asRemark(finding: PlacedFinding, language: Locale): string {
  const { file, line, column, check, severity } = finding;
  const place = line === null ? '' : `,line=${String(line)},col=${String(column)}`;
  const title = escapeProperty(check);
  return `::${COMMANDS[LEVELS[severity]]} file=${escapeProperty(file)}${place},title=${title}::${escapeSentence(sentenceOf(finding, language))}`;
}

function sentenceOf(finding: PlacedFinding, language: Locale): string {
  const { key, check, range } = finding;
  const at = range === null ? '' : ` at ${String(range.start)}`;
  return `${key === '' ? '' : `${key}: `}${check}${at}. ${describeCheck(finding, language)}`;
}

function escapeSentence(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeSentence(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
