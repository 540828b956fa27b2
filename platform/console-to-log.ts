import { stripVTControlCharacters } from 'node:util';
import { withoutSecrets } from './describe-error.ts';
import { log } from './log.ts';

/**
 * From now on, what the framework writes as errors and warnings goes through the log, one line each. Left alone, Next prints
 * errors with all their properties, among them the parameters of statements: what people typed.
 *
 * @returns what undoes it
 */
export function sendConsoleToLog(): () => void {
  const { error, warn } = console;
  console.error = (...said: unknown[]) => {
    log.error(...asEvent(said));
  };
  console.warn = (...said: unknown[]) => {
    log.warn(...asEvent(said));
  };
  return () => {
    Object.assign(console, { error, warn });
  };
}

/** Words and errors are kept; another object could hold anything. */
function asEvent(said: unknown[]): [{ error?: Error }, string] {
  const error = said.find((part) => part instanceof Error);
  const words = said.filter((part) => typeof part === 'string').join(' ');
  const message = withoutSecrets(stripVTControlCharacters(words).trim());
  return [error === undefined ? {} : { error }, message === '' ? 'console' : message];
}
