import { findSetUpLink } from './up/administrator.ts';
import { runCommand, untilAsked } from './up/lifetime.ts';
import { prepare } from './up/prepare.ts';
import { createProgress } from './up/progress.ts';
import { liveSite, serve } from './up/serve.ts';
import { readSettings } from './up/settings.ts';

/** As `npm run up`, without a build: what is changed in the sources is seen at once. */
await runCommand(async (lifetime) => {
  const progress = createProgress();
  const prepared = await prepare(readSettings(process.argv.slice(2)), progress, lifetime);
  const link = await findSetUpLink(prepared.environment, lifetime.asked);
  const address = await serve(liveSite(prepared), prepared.port, lifetime);
  if (link !== null) progress.say(`The first administrator chooses name, e-mail and password at\n${link}`);
  progress.say(address);
  await untilAsked(lifetime);
  return 0;
});
