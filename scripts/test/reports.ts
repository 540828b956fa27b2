import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tally } from './tally.ts';

/** How a report of one tool is counted. */
export type CountReport = (report: unknown) => Tally;

/**
 * The tally of a report that a tool wrote to a file.
 *
 * @throws Error where it wrote none, or something else
 */
export function readReport(file: string, count: CountReport): Tally {
  if (!existsSync(file)) throw new Error(`There is no report in ${file}: nothing was run.`);
  return count(JSON.parse(readFileSync(file, 'utf8')));
}

/** Counts the lines `ok NAME` and `FAILED NAME` of `npm run verify`. */
export function countVerdicts(output: string): Tally {
  const lines = output.split('\n');
  const passed = lines.filter((line) => line.startsWith('ok ')).length;
  const failed = lines.filter((line) => line.startsWith('FAILED ')).length;
  return { passed, failed, reasons: [] };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), message: z.string(), assertionResults: z.array(z.unknown()) }),
  ),
});

/** Counts a report of vitest; a file that could not be loaded counts as one failure. */
export function countVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const reasons = broken.map(({ name, message }) => `${name}: ${message}`);
  return { passed: numPassedTests, failed: numFailedTests + broken.length, reasons };
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string(), expectedStatus: z.string(), projectName: z.string() })),
});
type Spec = z.infer<typeof spec>;
interface Suite {
  specs: Spec[];
  suites?: Suite[] | undefined;
}
const suite: z.ZodType<Suite> = z.lazy(() => z.object({ specs: z.array(spec), suites: z.array(suite).optional() }));
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/**
 * Counts a report of Playwright. A test that did not come to its turn, for instance because what all tests of its file need
 * failed, has failed; one that says itself that it is to be left out is not counted.
 */
export function countPlaywright(report: unknown): Tally {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ title, file, tests: runs }) =>
      runs.map((run) => ({ ...run, name: `[${run.projectName}] ${file}: ${title}` })),
    );
  const passed = tests.filter(({ status }) => status === 'expected');
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  const missed = tests.filter(({ status, expectedStatus }) => status === 'skipped' && expectedStatus !== 'skipped');
  return {
    passed: passed.length,
    failed: failed.length + missed.length + errors.length,
    reasons: [
      ...failed.map(({ name }) => name),
      ...missed.map(({ name }) => `${name} did not come to its turn`),
      ...errors.map(({ message }) => message ?? 'Playwright failed'),
    ],
  };
}

function specsOf({ specs, suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}
