import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  GALLERY_PAGE,
  KINDS_WITH_PAGES,
  LANGUAGE_FILES,
  PUBLIC_FILES,
  STANDING_PAGES,
} from '#features/records/public-pages.ts';
import { QUERY_PAGES } from '#features/records/query-pages.mjs';
import { publicPath } from '#features/records/public-path.ts';
import { ROOT } from '#scripts/verify/run-tool.ts';
import { listFiles } from './finding.ts';

const PAGES = /^app\/\[locale\]\/\(public\)\/(?:(.+)\/)?page\.tsx$/u;

/** A country has a page as long as something lies in it. */
const COUNTRY_PAGE = '/countries/[code]';

/** They answer in the place of another page and have no address of their own. */
const STAND_INS = ['/not-found', '/problem/[code]', GALLERY_PAGE];

test('every public page is in one of the two lists, and every entry has its page', () => {
  const found = listFiles(ROOT, PAGES).map((file) => `/${PAGES.exec(file)?.[1] ?? ''}`);
  const answers = Object.keys(QUERY_PAGES).map((path) => `/query${path}`);
  const listed = [
    ...STANDING_PAGES,
    ...KINDS_WITH_PAGES.map((kind) => publicPath(kind, '[slug]')),
    COUNTRY_PAGE,
    ...answers,
  ];
  expect(found.filter((page) => !STAND_INS.includes(page)).toSorted()).toEqual(listed.toSorted());
});

test('so is every file that is served beside them', () => {
  const found = listFiles(ROOT, /^app\/(?:icon|apple-icon|favicon|manifest|opengraph-image|robots|sitemap)[.\d]/u);
  expect(found.map((file) => file.slice('app'.length).replace(/\/route\.ts$/u, ''))).toEqual(PUBLIC_FILES);
  const inLanguages = listFiles(ROOT, /^app\/\[locale\]\/[^/]+\.\w+\/route\.ts$/u);
  expect(inLanguages.map((file) => file.slice('app/[locale]'.length).replace(/\/route\.ts$/u, ''))).toEqual(
    LANGUAGE_FILES,
  );
  // Only what has names that change with its content: the own modules of pages, which the build writes there, and the fonts.
  const folder = `${ROOT}/public`;
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !['client', 'fonts'].includes(name)) : [];
  expect(others, 'files in public/ belong into PUBLIC_FILES').toEqual([]);
});
