import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where browsers find the modules; `next.config.mjs` has them kept for a year. */
const FOLDER = 'client';
const SOURCES = new URL('modules/', import.meta.url);
const TARGET = new URL(`../../public/${FOLDER}/`, import.meta.url);
const EARLY = new URL('early.ts', import.meta.url);
/** What understands `light-dark()`, which the style sheets need anyway. */
const BROWSERS = ['chrome123', 'firefox120', 'safari17.5'];

/**
 * Turns every file of `modules/` into one file for browsers, named by its content, and `early.ts` into a text that stands in
 * the page itself.
 *
 * @returns {Promise<{ early: string, modules: Record<string, { src: string, integrity: string }> }>}
 */
export async function buildClientModules({ clear = false } = {}) {
  const { build } = await import('esbuild');
  const bundle = async (/** @type {URL} */ source, /** @type {'esm' | 'iife'} */ format) => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(source)],
      bundle: true,
      charset: 'utf8',
      format,
      legalComments: 'none',
      minify: true,
      target: BROWSERS,
      write: false,
    });
    return Buffer.from(outputFiles[0]?.contents ?? []);
  };
  const names = readdirSync(SOURCES).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const made = await Promise.all(
    names.map(async (name) => describeModule(name.replace(/\.ts$/u, ''), await bundle(new URL(name, SOURCES), 'esm'))),
  );
  mkdirSync(TARGET, { recursive: true });
  if (clear) removeOthers(made);
  for (const { file, content } of made) {
    // Each process of a build comes here; a file that is there already is the same.
    if (!isThere(file, content)) writeFileSync(new URL(file, TARGET), content);
  }
  return {
    early: (await bundle(EARLY, 'iife')).toString('utf8').trim(),
    modules: Object.fromEntries(made.map(({ name, src, integrity }) => [name, { src, integrity }])),
  };
}

function describeModule(/** @type {string} */ name, /** @type {Buffer} */ content) {
  const hash = createHash('sha384').update(content).digest();
  const file = `${name}.${hash.subarray(0, 9).toString('base64url')}.js`;
  return { name, file, content, src: `/${FOLDER}/${file}`, integrity: `sha384-${hash.toString('base64')}` };
}

function removeOthers(/** @type {{ file: string }[]} */ made) {
  for (const file of readdirSync(TARGET)) {
    if (!made.some((one) => one.file === file)) rmSync(new URL(file, TARGET), { force: true });
  }
}

function isThere(/** @type {string} */ file, /** @type {Buffer} */ content) {
  try {
    return readFileSync(new URL(file, TARGET)).equals(content);
  } catch {
    return false;
  }
}
