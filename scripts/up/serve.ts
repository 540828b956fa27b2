import type { ChildProcess } from 'node:child_process';
import { edgeProgram } from './edge-program.ts';
import { createListenerKeeper } from './keep-listener.ts';
import { keepRunning, type Service } from './keep-running.ts';
import type { Lifetime } from './lifetime.ts';
import { claimPort } from './port.ts';
import type { Prepared } from './prepare.ts';
import { launch, next, type Output, script } from './programs.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/** What starts the programs of a site. */
export interface Site {
  web: () => ChildProcess;
  worker: () => ChildProcess;
  /** Stands before the web server; `null` where that listens itself. */
  edge: (() => ChildProcess) | null;
  /** Where the web server listens. */
  webUrl: string;
}

/**
 * Starts worker, web and edge and keeps them running until the command ends; then who stands in front ends first.
 *
 * @returns the address of the site, which answers
 * @throws Error where the web ends before it has answered
 */
export async function serve({ web, worker, edge }: Site, port: number, { asked, atEnd }: Lifetime): Promise<string> {
  keep({ name: 'worker', launch: worker }, atEnd);
  const { firstEnd } = keep({ name: 'web server', launch: web }, atEnd);
  if (edge !== null) {
    const listener = createListenerKeeper();
    atEnd({ stop: async () => listener.release(), kill: listener.release });
    keep({ name: 'edge', launch: () => listener.keepFor(edge()) }, atEnd);
  }
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
 * A site over the last build: the web server listens to this machine alone, and the edge to the world.
 *
 * @param output - where its log goes
 */
export async function builtSite({ port, environment }: Prepared, output: Output): Promise<Site> {
  const webPort = String(await claimPort(0));
  const web = { ...environment, SITE_PORT: String(port) };
  const webUrl = `http://127.0.0.1:${webPort}`;
  const edge = { ...environment, UPSTREAM_URL: webUrl, LISTENER_KEPT: 'yes' };
  return {
    webUrl,
    web: () => launch({ args: next('start', '--hostname', '127.0.0.1', '--port', webPort), environment: web }, output),
    worker: () => launch({ args: script('worker'), environment }, output),
    edge: () => launch(edgeProgram(edge), output),
  };
}

/** A site over the sources as they are at any moment. */
export function liveSite({ port, environment }: Prepared): Site {
  return {
    web: () => launch({ args: next('dev', '--port', String(port)), environment }, 'inherit'),
    worker: () => launch({ args: script('worker'), environment }, 'inherit'),
    edge: null,
    webUrl: `http://localhost:${String(port)}`,
  };
}
