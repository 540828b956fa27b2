import { existsSync } from 'node:fs';
import path from 'node:path';
import { measureRoutes } from './bench/route-script.ts';
import { ROOT } from './up/programs.ts';

/**
 * `npm run bench:desk-script`: how much script each page of the desk has the browser run before it is awake, in the last
 * build; fails where one has more than the bar.
 */
const KB_MAX = 250;

const build = path.join(ROOT, '.next');
if (!existsSync(path.join(build, 'BUILD_ID'))) throw new Error('There is no build yet: run `npm run build` first.');
const routes = measureRoutes(build);
for (const { route, files, bytes } of routes) {
  const kb = bytes / 1000;
  const isMet = kb <= KB_MAX;
  console.log(
    `${kb.toFixed(1).padStart(7)} kB  ${String(files).padStart(2)} files  ${route}${isMet ? '' : '  OVER THE BAR'}`,
  );
}
const isMet = routes.length > 0 && routes.every(({ bytes }) => bytes <= KB_MAX * 1000);
console.log(`${String(routes.length)} pages, bar ${String(KB_MAX)} kB compressed: ${isMet ? 'met' : 'NOT met'}`);
process.exitCode = isMet ? 0 : 1;
