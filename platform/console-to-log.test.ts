import { DrizzleQueryError } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendConsoleToLog } from './console-to-log.ts';
import { log } from './log.ts';

let undo: () => void;

beforeEach(() => {
  undo = sendConsoleToLog();
});
afterEach(() => {
  undo();
});

test('errors of the framework become events of the log, their words without colours', () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const failure = new DrizzleQueryError('select $1', ['typed'], new Error('below'));
  console.error('\u001B[31m⨯\u001B[39m', failure, { params: ['typed'] });
  expect(error).toHaveBeenCalledExactlyOnceWith({ error: failure }, '⨯');
});

test('warnings stay warnings, and passwords in addresses are left out', () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
  console.warn('lost postgres://app:hunter2@localhost/x', { password: 'hunter2' });
  expect(warn).toHaveBeenCalledExactlyOnceWith({}, 'lost postgres://app:***@localhost/x');
});

test('it can be undone', () => {
  const replaced = console.error;
  undo();
  expect(console.error).not.toBe(replaced);
});
