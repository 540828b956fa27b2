import type { ChildProcess } from 'node:child_process';
import { keepRunning, type Service } from './keep-running.ts';
import type { Lifetime } from './lifetime.ts';
import type { Prepared } from './prepare.ts';
import { launch, next, script } from './programs.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/**
 * Starts web and worker and keeps them running until the command ends; then the web ends first.
 *
 * @returns the address of the site, which answers
 * @throws Error where the web ends before it has answered
 */
export async function serve(web: () => ChildProcess, prepared: Prepared, { asked, atEnd }: Lifetime): Promise<string> {
  const work = () => launch({ args: script('worker'), environment: prepared.environment }, 'inherit');
  keep({ name: 'worker', launch: work }, atEnd);
  const { firstEnd } = keep({ name: 'web server', launch: web }, atEnd);
  const address = `http://localhost:${String(prepared.port)}`;
  const failure = firstEnd.then((words) => {
    throw new Error(`The web server does not start (${words}); it says why above.`);
  });
  // Once it has answered, an end is the business of who keeps it running.
  failure.catch(() => undefined);
  await Promise.race([waitForAnswer(address, asked), failure]);
  return address;
}

function keep(service: Service, atEnd: Lifetime['atEnd']) {
  const kept = keepRunning(service, console.error);
  atEnd({ stop: kept.stop });
  return kept;
}

/** The production server over the last build; what it says of itself at the start is left out. */
export function launchProduction({ port, environment }: Prepared): ChildProcess {
  return launch({ args: next('start', '--port', String(port)), environment }, 'ignore');
}
