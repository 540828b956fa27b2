import { checkProject, listSourceKeys } from '#scripts/messages/check-project.ts';
import { describeCheck } from '#scripts/messages/describe-finding.ts';
import type { PlacedFinding } from '#scripts/messages/catalogue-file.ts';
import type { Finding } from './finding.ts';
import { findUnusedKeys } from './message-usage.ts';

/** What is wrong with the interface texts of the project, in all languages, warnings included. */
export function findMessageFaults(root: string): Finding[] {
  const unused = findUnusedKeys(root, listSourceKeys(root));
  return [
    ...checkProject(root).map((finding) => ({
      file: finding.file,
      ...(finding.line === null ? {} : { line: finding.line }),
      message: describeMessageFault(finding),
    })),
    ...unused.map((key) => ({ file: 'messages/en.json', message: `${key}: no code asks for it` })),
  ];
}

function describeMessageFault(finding: PlacedFinding): string {
  const { key, check, range } = finding;
  return `${key}: ${check}${range === null ? '' : ` at ${String(range.start)}`}. ${describeCheck(finding)}`;
}
