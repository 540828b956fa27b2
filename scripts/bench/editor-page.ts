import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { ROOT } from '#scripts/up/programs.ts';

/** The size of a script, as it is sent. */
export interface ScriptSize {
  name: string;
  gzip: number;
  brotli: number;
}

const STYLES = ['tokens', 'theme', 'base', 'text', 'controls', 'editor', 'rich-text'];

/** Bundles the field for a browser; what is loaded later lies in files of its own. */
export async function bundleField(folder: string): Promise<ScriptSize[]> {
  await build({
    absWorkingDir: ROOT,
    bundle: true,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env._next_intl_trailing_slash': '""' },
    entryPoints: ['scripts/bench/editor-field.tsx'],
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'error',
    minify: true,
    outdir: folder,
    splitting: true,
  });
  return readdirSync(folder).map((name) => {
    const script = readFileSync(path.join(folder, name));
    return { name, gzip: gzipSync(script).length, brotli: brotliCompressSync(script).length };
  });
}

/** Serves the field over a text, and beside it bare controls with the same words. */
export async function serveField(folder: string, body: unknown, { atEnd }: Lifetime): Promise<string> {
  const style = STYLES.map((name) => readFileSync(path.join(ROOT, `app/styles/${name}.css`), 'utf8')).join('\n');
  const head = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,"><style>${style}</style>`;
  const json = JSON.stringify(body).replaceAll('<', String.raw`\u003c`);
  const page = `${head}<div id="place"></div><script id="body" type="application/json">${json}</script><script type="module" src="/editor-field.js"></script>`;
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '');
    const isScript = name.endsWith('.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? readFileSync(path.join(folder, name)) : name === 'bare' ? head : page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  atEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${String(portOf(server.address()))}/`;
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
