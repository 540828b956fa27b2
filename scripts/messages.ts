import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import type { CheckName } from '#features/checks/model.ts';
import { isLanguage } from '#features/checks/plural-forms.ts';
import { isLocale, type Locale } from '#i18n/locales.ts';
import { describeFinding } from '#tests/architecture/finding.ts';
import { findMessageFaults } from '#tests/architecture/message-faults.ts';
import { placeFindings, type PlacedFinding, readCatalogueFile } from './messages/catalogue-file.ts';
import { checkProject } from './messages/check-project.ts';
import { type Format, FORMATS, hasError, showFindings } from './messages/show-findings.ts';

const USAGE = `npm run messages -- check [--format text|json|github]
    the interface texts of the project: keys, arguments, plural forms, signs, orthography, order, use
npm run messages -- check --source FILE --target FILE --locale ar [--source-locale en] [--format text|json|github]
    any pair of catalogues: nested or dotted JSON, or FormatJS; the source decides on keys and arguments
    --language ar|de|en is the language of the explanations, English unless told
The exit code is 1 if there is an error, 2 if the command was not understood or a file cannot be read.`;

const UNREAD: ReadonlySet<CheckName> = new Set(['encoding', 'json-syntax']);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What was asked for. */
interface Request {
  format: Format;
  language: Locale;
  pair: { source: string; target: string; locale: string; sourceLocale: string } | null;
}

process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  if (args.includes('--help')) return explainUsage(0);
  try {
    const request = readRequest(args);
    if (typeof request === 'string') return explainUsage(2, request);
    if (request.pair !== null) return report(checkPair(request.pair), request);
    return request.format === 'text' ? checkOurs() : report(checkProject(ROOT), request);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return explainUsage(2, thrown.message);
  }
}

function explainUsage(exitCode: number, reason?: string): number {
  if (reason !== undefined) console.error(reason);
  console.error(USAGE);
  return exitCode;
}

/** The request, or why it was not understood. */
function readRequest(args: string[]): Request | string {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      source: text,
      target: text,
      locale: text,
      'source-locale': { ...text, default: 'en' },
      language: { ...text, default: 'en' },
      format: { ...text, default: 'text' },
    },
  });
  const { source, target, locale, 'source-locale': sourceLocale, language } = values;
  const format = FORMATS.find((name) => name === values.format);
  if (positionals.join(' ') !== 'check') return 'The only command is check.';
  if (format === undefined) return `There is no format ${values.format}.`;
  if (!isLocale(language)) return `Explanations are in ar, de or en, not in ${language}.`;
  if (source === undefined && target === undefined) return { format, language, pair: null };
  if (source === undefined || target === undefined || locale === undefined) {
    return 'A pair needs --source, --target and --locale.';
  }
  const unknown = [locale, sourceLocale].find((tag) => !isLanguage(tag));
  if (unknown !== undefined) return `${unknown} is no language that has plural rules.`;
  return { format, language, pair: { source, target, locale, sourceLocale } };
}

function checkOurs(): number {
  const faults = findMessageFaults(ROOT);
  for (const fault of faults) console.log(describeFinding(fault));
  console.error(faults.length === 0 ? 'All interface texts are in order.' : `${String(faults.length)} findings`);
  return faults.length === 0 ? 0 : 1;
}

function checkPair({ source, target, ...locales }: NonNullable<Request['pair']>): PlacedFinding[] {
  const wanted = readCatalogueFile(source);
  const given = readCatalogueFile(target);
  // Where a file cannot be read, every key would be called missing or an orphan.
  const unread = [wanted, given].filter(({ findings }) => findings.some(({ check }) => UNREAD.has(check)));
  if (unread.length > 0) return unread.flatMap((file) => placeFindings(file, file.findings));
  const found = checkCatalogue({ source: wanted.texts, target: given.texts }, locales);
  return placeFindings(given, [...given.findings, ...found]);
}

function report(findings: readonly PlacedFinding[], { format, language }: Request): number {
  for (const line of showFindings(findings, format, language)) console.log(line);
  return hasError(findings) ? 1 : 0;
}
