import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { oncePerProcess } from './once-per-process.ts';

/** The build that a web server runs. */
export interface RunningBuild {
  build: string;
  /** As the header `x-prerender-revalidate` it makes Next render a static page anew, whatever it has kept of it. */
  render: string;
}

const manifest = z.object({ preview: z.object({ previewModeId: z.string().min(1) }) });

/**
 * The build that this process runs, as it was when it was first asked for; a later build in the same folder is another
 * process's. While developing there is none.
 *
 * @remarks The file with the key and the header that takes it belong to the inside of Next, whose version is pinned. A page
 * asked for with it is never joined with a rendering that was under way, so it shows what was true when it was asked for.
 */
export function findBuild(): RunningBuild | null {
  return oncePerProcess('build', () => readBuild(join(process.cwd(), '.next')));
}

/** @param folder - what `next build` wrote */
export function readBuild(folder: string): RunningBuild | null {
  try {
    const { preview } = manifest.parse(JSON.parse(readFileSync(join(folder, 'prerender-manifest.json'), 'utf8')));
    return { build: readFileSync(join(folder, 'BUILD_ID'), 'utf8').trim(), render: preview.previewModeId };
  } catch {
    return null;
  }
}
