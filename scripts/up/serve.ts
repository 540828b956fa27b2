import type { ChildProcess } from 'node:child_process';
import { keepRunning, type Service } from './keep-running.ts';
import type { Lifetime } from './lifetime.ts';
import type { Prepared } from './prepare.ts';
import { launch, next, type Output, script } from './programs.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/** What starts the two programs of a site. */
export interface Site {
  web: () => ChildProcess;
  worker: () => ChildProcess;
}

/**
 * Starts web and worker and keeps them running until the command ends; then the web ends first.
 *
 * @returns the address of the site, which answers
 * @throws Error where the web ends before it has answered
 */
export async function serve({ web, worker }: Site, port: number, { asked, atEnd }: Lifetime): Promise<string> {
  keep({ name: 'worker', launch: worker }, atEnd);
  const { firstEnd } = keep({ name: 'web server', launch: web }, atEnd);
  const address = `http://localhost:${String(port)}`;
  const failure = firstEnd.then((words) => {
    throw new Error(`The web server does not start (${words}); its log says why.`);
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

/**
 * A site over the last build.
 *
 * @param output - where its log goes
 */
export function builtSite({ port, environment }: Prepared, output: Output): Site {
  return {
    web: () => launch({ args: next('start', '--port', String(port)), environment }, output),
    worker: () => launch({ args: script('worker'), environment }, output),
  };
}

/** A site over the sources as they are at any moment. */
export function liveSite({ port, environment }: Prepared): Site {
  return {
    web: () => launch({ args: next('dev', '--port', String(port)), environment }, 'inherit'),
    worker: () => launch({ args: script('worker'), environment }, 'inherit'),
  };
}
