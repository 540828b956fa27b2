import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isTakenAddress, STANDING_PAGES, WELL_KNOWN_PAGES } from '#features/records/public-pages.ts';
import { pageKind } from './kind.ts';

const APP = fileURLToPath(new URL('../../app/', import.meta.url));
const ROUTES = ['[locale]', '[locale]/(public)', '.'].flatMap((folder) =>
  readdirSync(`${APP}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/u.test(entry.name))
    .map(({ name }) => name),
);
/** Folders of `app/` that hold no route of their name, and routes with a dot, which no address part can have. */
const NO_ROUTES = new Set(['styles']);

test('no page takes the address of a route', () => {
  const routes = ROUTES.filter((name) => !name.includes('.') && !NO_ROUTES.has(name));
  expect(routes.length).toBeGreaterThan(STANDING_PAGES.length);
  expect(routes.filter((name) => !isTakenAddress(name))).toEqual([]);
  const slug = 'map';
  expect(pageKind.findBreaches({ slug }, '2026-11-25')).toEqual([
    { path: 'slug', reason: 'addressTaken', blocks: 'save' },
  ]);
});

test('the pages that each page names may be written', () => {
  for (const slug of WELL_KNOWN_PAGES) expect(pageKind.findBreaches({ slug }, '2026-11-25')).toEqual([]);
});
