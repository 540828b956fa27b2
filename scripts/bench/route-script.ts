import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isPlainObject } from '#features/records/plain-object.ts';

/** What a page of the desk has the browser fetch and run before it is awake. */
export interface RouteScript {
  /** `/[locale]/dashboard/records/[ref]`. */
  route: string;
  files: number;
  /** Compressed, as it is sent. */
  bytes: number;
}

const MANIFEST = 'page_client-reference-manifest.js';

/**
 * The script of each page of the desk in a build: what every page starts with, and all modules that the page, its layouts and
 * their problems may have the browser run. What is imported only when it is needed is not among it.
 *
 * @param build - the folder of the build, `.next`
 * @returns the largest first
 */
export function measureRoutes(build: string): RouteScript[] {
  const common = listOf(readJson(path.join(build, 'build-manifest.json'))['rootMainFiles']);
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(build, file)), { level: 9 }).length;
    sizes.set(file, known);
    return known;
  };
  const desk = path.join(build, 'server', 'app', '[locale]', 'dashboard');
  return readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === MANIFEST)
    .map((file) => {
      const files = new Set([...common, ...modulesIn(readFileSync(path.join(desk, file), 'utf8'))]);
      const bytes = [...files].reduce((sum, one) => sum + sizeOf(one), 0);
      return { route: path.posix.join('/[locale]/dashboard', path.dirname(file)), files: files.size, bytes };
    })
    .toSorted((one, other) => other.bytes - one.bytes);
}

/** The files that a manifest names; it is a script that puts one object into a global. */
function modulesIn(script: string): string[] {
  const manifest: unknown = JSON.parse(/\]\s*=\s*(?<json>\{[^]*\})/u.exec(script)?.groups?.['json'] ?? '{}');
  if (!isPlainObject(manifest)) return [];
  const { clientModules, entryJSFiles } = manifest;
  const modules = isPlainObject(clientModules) ? Object.values(clientModules) : [];
  const entries = isPlainObject(entryJSFiles) ? Object.values(entryJSFiles) : [];
  const named = [
    ...modules.flatMap((one) => (isPlainObject(one) ? listOf(one['chunks']) : [])),
    ...entries.flatMap(listOf),
  ];
  return named.filter((file) => file.endsWith('.js')).map((file) => file.replace(/^\/_next\//u, ''));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function readJson(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isPlainObject(value) ? value : {};
}
