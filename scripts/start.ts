import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#platform/env.ts';
import { openDataFolder } from '#platform/postgres/data-folder.ts';
import { keepSecret } from '#platform/postgres/private-file.ts';
import { runCommand, untilAsked } from './up/lifetime.ts';
import { claimPort } from './up/port.ts';
import { endProgram, launch, next, ROOT } from './up/programs.ts';

/** The web server alone, over the last build and the database of DATABASE_URL, which may come later than the server. */
await runCommand(async (lifetime) => {
  const { AUTH_SECRET, DATABASE_URL, DATA_DIR, HOST, PORT } = env();
  if (DATABASE_URL === undefined) throw new Error('Set DATABASE_URL; `npm run up` brings a database of its own.');
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID')))
    throw new Error('There is no build yet: run `npm run build` first.');
  const secret = AUTH_SECRET ?? keepSecret(join(openDataFolder(DATA_DIR), 'auth-secret'));
  const port = String(await claimPort(PORT));
  const environment = { NODE_ENV: 'production', PORT: port, AUTH_SECRET: secret };
  const host = HOST === undefined ? [] : ['--hostname', HOST];
  const child = launch({ args: next('start', '--port', port, ...host), environment }, 'inherit');
  lifetime.atEnd({ stop: () => endProgram(child) });
  await Promise.race([once(child, 'exit'), untilAsked(lifetime)]);
  return lifetime.asked.aborted ? 0 : (child.exitCode ?? 1);
});
