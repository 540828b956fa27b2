import { env } from '#platform/env.ts';
import { findSetUpLink } from './up/administrator.ts';
import { runCommand, untilAsked } from './up/lifetime.ts';
import { buildIfChanged } from './up/next-build.ts';
import { prepare } from './up/prepare.ts';
import { createProgress } from './up/progress.ts';
import { builtSite, serve } from './up/serve.ts';
import { readSettings } from './up/settings.ts';

/** Everything from nothing: `npm run up` ends with the address of a running site. */
await runCommand(async (lifetime) => {
  const since = performance.now();
  const progress = createProgress();
  const { port, environment } = await prepare(readSettings(process.argv.slice(2)), progress, lifetime);
  // On the terminal of a person only what calls for them; `npm start` and `npm run worker` write the whole log.
  const level = env().LOG_LEVEL === 'info' ? 'warn' : env().LOG_LEVEL;
  const prepared = { port, environment: { ...environment, NODE_ENV: 'production', LOG_LEVEL: level } };
  await progress.step('build', (note) => buildIfChanged(lifetime.asked, note));
  const link = await progress.step('administrator', async (note) => {
    const found = await findSetUpLink(prepared.environment, lifetime.asked);
    note(found === null ? 'there is one' : 'there is none yet');
    return found;
  });
  const address = await progress.step('web, edge', async () =>
    serve(await builtSite(prepared, 'errors'), port, lifetime),
  );

  if (link !== null) {
    progress.say('\n  There is no administrator yet. Choose name, e-mail and password here, once:');
    progress.say(`  ${link}`);
  }
  progress.say(`\nReady after ${((performance.now() - since) / 1000).toFixed(1)} s. Ctrl+C stops it.\n${address}`);
  await untilAsked(lifetime);
  return 0;
});
