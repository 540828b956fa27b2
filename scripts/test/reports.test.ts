import { describe, expect, test } from 'vitest';
import { countPlaywright, countVerdicts, countVitest, readReport } from './reports.ts';
import { addUp, couldNotRun, withExitCode } from './tally.ts';

test('the lines of the static checks are counted', () => {
  const output = '    app/x.ts: wrong\nFAILED lint (2.0 s)\nok types (1.0 s)\nokay then\nok docs (0.0 s)';
  expect(countVerdicts(output)).toEqual({ passed: 2, failed: 1, reasons: [] });
});

describe('of a report of vitest', () => {
  const file = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{}, {}] };
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file] };

  test('passed and failed tests are counted', () => {
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, reasons: [] });
  });

  test('a file that cannot be loaded is a failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(countVitest({ ...report, testResults: [file, broken] })).toEqual({
      passed: 2,
      failed: 2,
      reasons: ['b.test.ts: no such module'],
    });
  });
});

describe('of a report of Playwright', () => {
  const run = (status: string, expectedStatus = 'passed') => ({
    title: 'reads',
    file: 'public/read.spec.ts',
    tests: [{ status, expectedStatus, projectName: 'phone' }],
  });
  const report = (specs: unknown[], nested: unknown[] = []) => ({
    suites: [{ specs, suites: [{ specs: nested }] }],
    errors: [],
  });

  test('tests are counted however deep they are nested', () => {
    const tally = countPlaywright(report([run('expected')], [run('expected'), run('unexpected')]));
    expect(tally).toEqual({ passed: 2, failed: 1, reasons: ['[phone] public/read.spec.ts: reads'] });
  });

  test('one that succeeds at a second try has failed', () => {
    expect(countPlaywright(report([run('flaky')]))).toMatchObject({ passed: 0, failed: 1 });
  });

  test('one that did not come to its turn has failed, one left out on purpose is not counted', () => {
    expect(countPlaywright(report([run('skipped'), run('skipped', 'skipped')]))).toEqual({
      passed: 0,
      failed: 1,
      reasons: ['[phone] public/read.spec.ts: reads did not come to its turn'],
    });
  });

  test('what goes wrong outside of tests is a failure', () => {
    const errors = [{ message: 'no such file' }];
    expect(countPlaywright({ suites: [], errors })).toEqual({ passed: 0, failed: 1, reasons: ['no such file'] });
  });
});

test('a report that was not written is no success', () => {
  expect(() => readReport('/nowhere/report.json', countVitest)).toThrow('There is no report in /nowhere/report.json');
  expect(() => countVitest({})).toThrow();
});

describe('a part that', () => {
  const good = { passed: 3, failed: 0, reasons: [] };

  test('could not run is one failure with its reason', () => {
    expect(couldNotRun(new Error('no browser'))).toEqual({ passed: 0, failed: 1, reasons: ['no browser'] });
  });

  test('ended badly without naming a failure is one', () => {
    expect(withExitCode(good, 'vitest', 0)).toEqual(good);
    expect(withExitCode(good, 'vitest', 1)).toMatchObject({
      passed: 3,
      failed: 1,
      reasons: ['vitest ended with exit code 1 and names no failure.'],
    });
    expect(withExitCode(good, 'vitest', null)).toMatchObject({ failed: 1 });
    expect(withExitCode({ ...good, failed: 2 }, 'vitest', 1)).toMatchObject({ failed: 2 });
  });

  test('is one of several is added up', () => {
    expect(addUp([good, couldNotRun('why')])).toEqual({ passed: 3, failed: 1, reasons: ['why'] });
  });
});
