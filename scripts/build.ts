import { runCommand } from './up/lifetime.ts';
import { build } from './up/next-build.ts';

/** The build for `npm start`; it needs no database. */
await runCommand(async ({ asked }) => {
  await build({ signal: asked, show: true });
  return 0;
});
