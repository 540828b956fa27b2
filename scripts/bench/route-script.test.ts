import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { measureRoutes } from './route-script.ts';

const planted: { remove: () => void }[] = [];
afterEach(() => {
  for (const tree of planted.splice(0)) tree.remove();
});

/** Text that gets no shorter by compressing it. */
const noise = (bytes: number) => randomBytes(bytes).toString('base64').slice(0, bytes);
const manifest = (route: string, chunks: string[], entry: string[]) =>
  `globalThis.__RSC_MANIFEST["${route}"] = ${JSON.stringify({
    clientModules: { '[project]/a.tsx': { id: 1, chunks } },
    entryJSFiles: { '[project]/page': entry },
  })};`;

test('counts each file of a page once, what all begin with as well, and nothing that comes later', () => {
  const tree = plantTree({
    '.next/build-manifest.json': JSON.stringify({
      rootMainFiles: ['static/root.js'],
      polyfillFiles: ['static/old.js'],
    }),
    '.next/static/root.js': noise(1000),
    '.next/static/one.js': noise(2000),
    '.next/static/two.js': noise(4000),
    '.next/static/lazy.js': noise(90_000),
    '.next/static/old.js': noise(90_000),
    '.next/server/app/[locale]/dashboard/page_client-reference-manifest.js': manifest(
      '/a',
      ['/_next/static/one.js'],
      [],
    ),
    '.next/server/app/[locale]/dashboard/records/[ref]/page_client-reference-manifest.js': manifest(
      '/b',
      ['/_next/static/one.js', '/_next/static/two.js'],
      ['static/two.js'],
    ),
  });
  planted.push(tree);
  const found = measureRoutes(`${tree.root}/.next`);
  expect(found.map(({ route, files }) => [route, files])).toEqual([
    ['/[locale]/dashboard/records/[ref]', 3],
    ['/[locale]/dashboard', 2],
  ]);
  const [larger, smaller] = found.map(({ bytes }) => bytes);
  expect(larger).toBeGreaterThan(5000);
  expect(larger).toBeLessThan(8000);
  expect(smaller).toBeLessThan(3500);
});
