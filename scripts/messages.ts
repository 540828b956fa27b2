import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import { type CatalogueFinding, CHECKS } from '#features/checks/model.ts';
import { readCatalogue } from '#features/checks/read-catalogue.ts';
import { describeFinding } from '#tests/architecture/finding.ts';
import { describeMessageFault, findMessageFaults } from '#tests/architecture/message-faults.ts';
import { describeCheck } from './messages/describe-finding.ts';

const USAGE = `npm run messages -- check
    the interface texts of the project: keys, arguments, plural forms, signs, order, use
npm run messages -- check --source FILE --target FILE --locale ar [--format json|text]
    any pair of catalogues; the source decides on keys and arguments
The exit code is 1 if there is an error, 2 if the command was not understood.`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = main();

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: 'string' },
      target: { type: 'string' },
      locale: { type: 'string' },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    },
  });
  const { source, target, locale, format } = values;
  if (values.help) return explain(0);
  if (positionals.join(' ') !== 'check' || !['json', 'text'].includes(format)) return explain(2);
  if (source === undefined && target === undefined) return checkProject();
  if (source === undefined || target === undefined || locale === undefined) return explain(2);
  return report(checkPair(source, target, locale), format);
}

function explain(exitCode: number): number {
  console.error(USAGE);
  return exitCode;
}

function checkProject(): number {
  const faults = findMessageFaults(ROOT);
  for (const fault of faults) console.log(describeFinding(fault));
  console.error(faults.length === 0 ? 'All interface texts are in order.' : `${String(faults.length)} findings`);
  return faults.length === 0 ? 0 : 1;
}

function checkPair(source: string, target: string, locale: string): CatalogueFinding[] {
  const wanted = readFile(source);
  const given = readFile(target);
  return [...given.findings, ...checkCatalogue(given.texts, locale, wanted.texts)];
}

function readFile(file: string): ReturnType<typeof readCatalogue> {
  return readCatalogue(JSON.parse(readFileSync(file, 'utf8')));
}

function report(findings: CatalogueFinding[], format: string): number {
  if (format === 'json') {
    const rows = findings.map((finding) => ({
      key: finding.key,
      check: finding.check,
      severity: CHECKS[finding.check],
      message: describeCheck(finding),
      offset: finding.offset,
    }));
    console.log(JSON.stringify({ findings: rows }));
  } else {
    for (const finding of findings) console.log(`${CHECKS[finding.check]} ${describeMessageFault(finding)}`);
  }
  return findings.some(({ check }) => CHECKS[check] === 'error') ? 1 : 0;
}
