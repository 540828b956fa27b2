import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { claimPort } from '#scripts/up/port.ts';
import { endProgram, launch, type Program } from '#scripts/up/programs.ts';
import { waitForAnswer } from '#scripts/up/wait-for-answer.ts';
import { onCore, SERVER_CORE } from './run-load.ts';

/** Who answers. */
export interface Contender {
  name: string;
  base: string;
  path: string;
  pid: number;
}

/** One page in one encoding. */
export interface Variant {
  path: string;
  encoding: 'identity' | 'gzip' | 'br';
}

/** The bytes that an edge sends for a variant. */
export interface Kept extends Variant {
  body: Buffer;
  folder: string;
}

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));
const MIME = 'text/html; charset=utf-8';

/** A folder that goes with the command. */
export function makeFolder({ atEnd }: Lifetime): string {
  const folder = mkdtempSync(join(tmpdir(), 'madinatan-bench-'));
  atEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  return folder;
}

/**
 * The bytes of a variant as they go over the wire.
 *
 * @throws Error where the answer is not 200 or has another encoding
 */
export async function fetchBytes(base: string, { encoding, path }: Variant): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(base + path, { headers: { 'accept-encoding': encoding }, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      const given = answer.headers['content-encoding'] ?? 'identity';
      if (answer.statusCode !== 200 || given !== encoding)
        reject(new Error(`${path} in ${encoding} answers ${String(answer.statusCode)} in ${given}`));
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve(Buffer.concat(chunks)));
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** The least that Node can do with these bytes. */
export async function startBare(kept: Kept, lifetime: Lifetime): Promise<Contender> {
  const file = join(kept.folder, `bare-${nameOf(kept)}`);
  writeFileSync(file, kept.body);
  const port = String(await claimPort(0));
  const encoding = kept.encoding === 'identity' ? [] : [kept.encoding];
  const args = ['--import', 'tsx', 'scripts/bench/bare-server.ts', file, port, ...encoding];
  const pid = await start({ args, environment: { NODE_ENV: 'production' } }, port, lifetime);
  return { name: 'bare node:http', base: `http://127.0.0.1:${port}`, path: kept.path, pid };
}

/** nginx with the same bytes as files, one worker; nothing where it is not installed. */
export async function startNginx(kept: readonly Kept[], lifetime: Lifetime): Promise<Contender[]> {
  const [first] = kept;
  if (NGINX === undefined || first === undefined) return [];
  const port = String(await claimPort(0));
  const places = kept.map((one, index) => {
    const file = join(one.folder, `nginx-${nameOf(one)}`);
    writeFileSync(file, one.body);
    const encoding = one.encoding === 'identity' ? '' : `add_header content-encoding ${one.encoding};`;
    return `location = /${String(index)} { alias ${file}; types { } default_type "${MIME}"; ${encoding} }`;
  });
  const config = join(first.folder, 'nginx.conf');
  writeFileSync(config, nginxConfig(first.folder, port, places));
  const program = { command: NGINX, args: ['-c', config, '-p', first.folder, '-e', 'stderr'], environment: {} };
  const pid = await start(program, port, lifetime);
  return kept.map((_, index) => ({
    name: 'nginx, static',
    base: `http://127.0.0.1:${port}`,
    path: `/${String(index)}`,
    pid,
  }));
}

async function start(program: Program, port: string, lifetime: Lifetime): Promise<number> {
  const child = launch(onCore(SERVER_CORE, program), 'errors');
  lifetime.atEnd({ stop: async () => endProgram(child) });
  if (child.pid === undefined) throw new Error(`${program.args.join(' ')} does not start.`);
  await waitForAnswer(`http://127.0.0.1:${port}/`, lifetime.asked);
  return child.pid;
}

function nameOf({ encoding, path }: Variant): string {
  return `${path.replaceAll(/\W+/gu, '-')}.${encoding}`;
}

function nginxConfig(folder: string, port: string, places: readonly string[]): string {
  return `daemon off;
worker_processes 1;
user root;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=100;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location = / { return 204; }
    ${places.join('\n    ')}
  }
}
`;
}
