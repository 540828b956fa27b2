import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOMS } from './rooms.mjs';

/** Tests and scripts stand outside of the arrows: they may import anything, and nothing of the product imports them. */
const TEST = '\\.test\\.tsx?$';
/** Places in rooms that may hold SQL. */
const REMEMBERING = ['^features/(?:ledger|jobs)/', '^features/[^/]+/(?:queries|commands|internal)/'];
/** A kind declares functions that are handed a transaction: it names the type, and reads and writes nothing. */
const KIND = '^features/records/kind\\.ts$';
const LAYERS = {
  app: ['db', 'scripts', 'tests'],
  features: ['app', 'scripts', 'tests'],
  db: ['app', 'features', 'messages', 'scripts', 'tests', 'ui'],
  platform: ['app', 'db', 'features', 'i18n', 'messages', 'scripts', 'tests', 'ui'],
  ui: ['app', 'db', 'features', 'messages', 'platform', 'scripts', 'tests'],
  i18n: ['app', 'db', 'features', 'platform', 'scripts', 'tests', 'ui'],
};
const PRODUCT = '^(?:app|db|features|i18n|platform|ui)/';
/** It stands before everything but comments. */
const BROWSER_DIRECTIVE = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use client['"]/u;
/** Next makes these modules while it builds. */
const MADE_BY_NEXT = '^next/root-params$';

/**
 * The import arrows as dependency-cruiser takes them: app → features → db → platform; ui and i18n are leaves; a room knows
 * only the rooms above it; public pages reach nothing that runs in the browser.
 *
 * @param root - of the project: what runs in the browser is read from the files
 */
export function arrowRules(root) {
  return [...layers(), ...rooms(), ...sources(), ...publicPages(root)].map((rule) => ({ severity: 'error', ...rule }));
}

function layers() {
  return Object.entries(LAYERS).map(([layer, forbidden]) => ({
    name: `${layer} imports no ${forbidden.join(', ')}`,
    from: { path: `^${layer}/`, pathNot: TEST },
    to: { path: `^(?:${forbidden.join('|')})/` },
  }));
}

function rooms() {
  const order = ROOMS.slice(0, -1).map((room, place) => ({
    name: `${room} imports only rooms above it`,
    from: { path: `^features/${room}/`, pathNot: TEST },
    to: { path: `^features/(?:${ROOMS.slice(place + 1).join('|')})/` },
  }));
  return [
    ...order,
    {
      name: 'internal/ belongs to its room',
      from: { path: '^features/([^/]+)/', pathNot: TEST },
      to: { path: '^features/[^/]+/internal/', pathNot: '^features/$1/' },
    },
    {
      name: 'internal/ is closed to pages',
      from: { path: '^(?:app|db|i18n|platform|ui)/', pathNot: TEST },
      to: { path: '^features/[^/]+/internal/' },
    },
    {
      name: 'SQL stands in queries, commands and internal',
      from: { path: '^features/', pathNot: [TEST, KIND, ...REMEMBERING] },
      to: { path: ['^db/', 'node_modules/(?:drizzle-orm|postgres)/'] },
    },
    {
      name: 'checks know texts alone: no database, no React',
      from: { path: '^features/checks/', pathNot: TEST },
      to: { path: ['^db/', 'node_modules/(?:drizzle-orm|postgres|react|react-dom|next|next-intl)/'] },
    },
  ];
}

function sources() {
  return [
    { name: 'no circle of imports', from: {}, to: { circular: true } },
    {
      name: 'every import leads somewhere',
      from: {},
      to: { couldNotResolve: true, pathNot: MADE_BY_NEXT },
    },
    {
      name: 'the driver stands behind db and platform/postgres',
      from: { path: PRODUCT, pathNot: [TEST, '^db/', '^platform/postgres/'] },
      to: { path: 'node_modules/postgres/' },
    },
    {
      name: 'what runs for readers and editors needs no tool of development',
      from: { path: PRODUCT, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ];
}

function publicPages(root) {
  const exact = filesForTheBrowser(root).map((place) => `^${place.replaceAll(/[.[\]()]/gu, String.raw`\$&`)}$`);
  return [
    {
      name: 'public pages run nothing in the browser',
      from: { path: ['^app/\\[locale\\]/\\(public\\)/', '^app/\\[locale\\]/[^/]+\\.tsx$'], pathNot: TEST },
      to: { path: [...exact, 'node_modules/next/(?:form|image|link|script)\\.js$'], reachable: true },
    },
  ];
}

function filesForTheBrowser(root) {
  return ['app', 'features', 'ui']
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map(
        (place) => `${folder}/${place.replaceAll('\\', '/')}`,
      ),
    )
    .filter((place) => /\.tsx?$/u.test(place))
    .filter((place) => BROWSER_DIRECTIVE.test(readFileSync(path.join(root, place), 'utf8')));
}
