import { DrizzleQueryError } from 'drizzle-orm';
import type pino from 'pino';
import { expect, test, vi } from 'vitest';
import { createLog, log, logUnexpected } from './log.ts';
import { enterRequest } from './request-context.ts';

function makeLog(): { lines: unknown[]; testLog: pino.Logger } {
  const lines: unknown[] = [];
  return { lines, testLog: createLog({ write: (line) => lines.push(JSON.parse(line)) }) };
}

const failure = new DrizzleQueryError('select $1', ['typed by somebody'], new Error('below'));

test('an event is one JSON line with its level, time and program', () => {
  const { lines, testLog } = makeLog();
  testLog.warn({ job: 'digest' }, 'late');
  expect(lines).toMatchObject([{ level: 'warn', msg: 'late', job: 'digest', pid: process.pid }]);
  expect(lines).toMatchObject([{ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u) as unknown }]);
});

test('nothing typed gets in, however an error is handed over', () => {
  const { lines, testLog } = makeLog();
  testLog.error(failure);
  testLog.error(failure, 'named');
  testLog.error({ error: failure });
  testLog.error({ err: failure }, 'named');
  expect(lines).toHaveLength(4);
  expect(lines).toMatchObject([{ msg: 'failed' }, { msg: 'named' }, { msg: 'failed' }, { msg: 'named' }]);
  expect(JSON.stringify(lines)).not.toContain('typed by somebody');
});

test('passwords, tokens and cookies are struck out', () => {
  const { lines, testLog } = makeLog();
  testLog.info({ password: 'hunter2', form: { newPassword: 'hunter2' }, request: { headers: { cookie: 'hunter2' } } });
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

test('an unexpected failure is found again by its reference', () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const reference = logUnexpected(failure, { command: 'unit.save' });
  expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{8}$/u);
  expect(error).toHaveBeenCalledExactlyOnceWith({ command: 'unit.save', reference, error: failure }, 'unexpected');
});

test('a line names the request that it was written for', async () => {
  const { lines, testLog } = makeLog();
  const work = async (): Promise<void> => {
    enterRequest({ headers: { 'x-request-id': 'request-of-test' } });
    await Promise.resolve();
    testLog.info('inside');
  };
  await work();
  expect(lines).toMatchObject([{ msg: 'inside', request: 'request-of-test' }]);
});
