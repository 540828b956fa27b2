/** What is fine under a rule and what breaks it. */
export interface Examples {
  /** The file that the examples stand in, unless an example names another. */
  at: string;
  fine: Example[];
  breaches: Example[];
}

/** A text, with a file of its own where the place matters. */
export type Example = string | { at: string; code: string };

const DIRECTIVE = `'use server';\n`;
const ACTION = 'export async function saveAction(_previous: FormState, form: FormData): Promise<FormState>';

/** What each rule must let pass and must report. */
export const EXAMPLES: Record<string, Examples> = {
  'logical-sides': {
    at: 'ui/card.tsx',
    fine: [
      `<p className="ms-2 pe-4 text-start rounded-s-lg inset-x-0 justify-between leading-4 start-0" />`,
      `<p className={wide ? 'md:ps-4' : 'border-e'} />`,
      `const copyright = 'left-0';`,
      `<p style={{ marginInlineStart: 4, top: 0 }} />`,
      `<p className="brightness-50 place-content-center" />`,
    ],
    breaches: [
      `<p className="ml-2" />`,
      `<p className="md:hover:-mr-2" />`,
      `<p className={wide ? 'text-left' : 'text-center'} />`,
      '<p className={`pl-${size}`} />',
      `<p className="left-[3px]" />`,
      `<p className="rounded-tl-md" />`,
      `<p className="border-r" />`,
      `<p className="float-right" />`,
      `<p className="!pr-1" />`,
      `<Field inputClassName="pl-3" />`,
      `joinClasses('card', open && 'mr-2')`,
      `const boxClasses = { wide: 'pl-4', narrow: 'ps-1' };`,
      `const toneClass = { wide: 'pl-4' } as const;`,
      `<p style={{ paddingLeft: 4 }} />`,
      `<p style={{ textAlign: 'right' }} />`,
    ],
  },

  'interface-text': {
    at: 'features/places/components/place-card.tsx',
    fine: [
      `<p>{t('title')} · {count} — 2/3 &nbsp;</p>`,
      `<p className="card" lang="ar">{' · '}</p>`,
      `<Link href="/places" aria-label={t('all')} />`,
      `<img alt="" />`,
      `<p>{isOpen ? <Open /> : null}</p>`,
      {
        at: 'app/layout.tsx',
        code: 'export async function generateMetadata() { return { title: `%s · ${t("site")}` }; }',
      },
      { at: 'ui/card.test.tsx', code: `<p>Hamburg</p>` },
      { at: 'features/places/model.ts', code: `const problem = { title: 'Hamburg' };` },
    ],
    breaches: [
      `<p>Cities</p>`,
      `<p>المدن</p>`,
      `<p>{'Cities'}</p>`,
      `<p>{isOpen ? 'open' : null}</p>`,
      '<p>{`${size} km`}</p>',
      `<>{isOpen && 'open'}</>`,
      `<nav aria-label="Cities" />`,
      `<input placeholder={'name'} />`,
      `<img alt="Seal" />`,
      `<Field label="Name" />`,
      { at: 'app/page.tsx', code: `export const metadata = { title: 'Cities' };` },
      {
        at: 'app/page.tsx',
        code: `export async function generateMetadata() { return { title: { default: 'Cities' } }; }`,
      },
    ],
  },

  'direction-auto': {
    at: 'ui/field.tsx',
    fine: [`<p dir="rtl" />`, `<p dir={DIRECTION[locale]} />`, `<p style={{ overflow: 'auto' }} />`],
    breaches: [`<p dir="auto" />`, `<p dir={known ? 'ltr' : 'auto'} />`, `const props = { dir: 'auto' };`],
  },

  'server-actions': {
    at: 'features/places/actions.ts',
    fine: [
      `${DIRECTIVE}${ACTION} { return submit(savePlace, form); }`,
      { at: 'features/places/model.ts', code: `const text = 'use server';` },
    ],
    breaches: [
      `${ACTION} { return submit(savePlace, form); }`,
      `${DIRECTIVE}${ACTION} { if (form.has('x')) return never; return submit(savePlace, form); }`,
      `${DIRECTIVE}${ACTION} { return savePlace(form); }`,
      `${DIRECTIVE}${ACTION} { return submit(savePlace, other); }`,
      `${DIRECTIVE}${ACTION} { return submit(form, form); }`,
      `${DIRECTIVE}${ACTION} { return submit(makeCommand(form), form); }`,
      `${DIRECTIVE}${ACTION} { await log(form); }`,
      `${DIRECTIVE}export const saveAction = async (form) => submit(savePlace, form);`,
      `${DIRECTIVE}export default async function saveAction(form) { return submit(savePlace, form); }`,
      `${DIRECTIVE}export { saveAction } from './other.ts';`,
      `${DIRECTIVE}export * from './other.ts';`,
      { at: 'features/places/save.ts', code: `${DIRECTIVE}export async function save() {}` },
      { at: 'app/page.tsx', code: `async function save(form) { 'use server'; return submit(savePlace, form); }` },
      { at: 'features/places/components/actions.ts', code: DIRECTIVE },
    ],
  },

  homes: {
    at: 'features/places/model.ts',
    fine: [
      `const { PORT } = env();`,
      `process.exit(1);`,
      { at: 'platform/env.ts', code: `const given = process.env;` },
      { at: 'platform/page-tags.tsx', code: `import { unstable_cache } from 'next/cache';` },
      `import { revalidateTag } from 'next/cache';`,
    ],
    breaches: [
      `const port = process.env.PORT;`,
      `const port = process['env'].PORT;`,
      `const { env } = process;`,
      `import { env } from 'node:process';`,
      `const mode = import.meta.env.MODE;`,
      `const home = globalThis.process.env.HOME;`,
      `import { unstable_cache } from 'next/cache';`,
      `import { unstable_cache as remember } from 'next/cache';`,
      `cache.unstable_cache(read);`,
      { at: 'scripts/up.ts', code: `const port = process.env.PORT;` },
    ],
  },

  'plain-shapes': {
    at: 'features/places/model.ts',
    fine: [
      `class ConnectionLost extends Error {}`,
      `class FieldProblem extends Problem {}`,
      `const KINDS = ['city', 'port'] as const;`,
      `declare module 'vitest' { interface ProvidedContext { url: string } }`,
    ],
    breaches: [
      `class Place {}`,
      `class Place extends Base {}`,
      `const Place = class {};`,
      `enum Kind { City }`,
      `const enum Kind { City }`,
      `namespace Places { export const all = []; }`,
    ],
  },

  'narrow-casts': {
    at: 'features/places/model.ts',
    fine: [
      `const KINDS = ['city'] as const;`,
      `/** Checked by the schema before. */\nfunction asPlace(row: unknown): Place { return row as Place; }`,
      `/** Checked by the schema before. */\nexport function asPlace(row: Row): Place {\n  return row as unknown as Place;\n}`,
      { at: 'features/places/model.test.ts', code: `const place = {} as Place;` },
      { at: 'tests/support/person.ts', code: `const place = {} as Place;` },
    ],
    breaches: [
      `const place = row as Place;`,
      `const place = row as unknown as Place;`,
      `function asPlace(row: unknown): Place { return row as Place; }`,
      `/** Places. */\nexport const toPlace = (row: unknown) => row as Place;`,
      `/** Long. */\nfunction read(row: unknown) {${'\n'.repeat(16)}return row as Place; }`,
    ],
  },

  names: {
    at: 'features/places/model.ts',
    fine: [
      `const database = open();`,
      `function readDataFolder(dataDir: string) {}`,
      `const { data } = await load();`,
      `const processor = 1, informed = 2, handlers = 3;`,
      { at: 'app/page.tsx', code: '' },
    ],
    breaches: [
      `const data = load();`,
      `const { rows: info } = await load();`,
      `const [data] = rows;`,
      `function handle() {}`,
      `const handleClick = () => {};`,
      `function processRows() {}`,
      `function save(userData: User) {}`,
      `const save = ({ row: cityInfo }) => cityInfo;`,
      `interface PlaceData { name: string }`,
      `type Info = string;`,
      { at: 'features/places/utils.ts', code: '' },
      { at: 'features/places/index.ts', code: '' },
      { at: 'features/places/types.test.ts', code: '' },
      { at: 'features/places/helpers/round.ts', code: '' },
      { at: 'lib/round.ts', code: '' },
    ],
  },

  command: {
    at: 'features/places/commands/close-place.ts',
    fine: [
      `export const closePlace = defineCommand({ name: 'place.close' });`,
      `export interface Closed { id: string }\nexport const closePlace = defineCommand({});`,
      { at: 'features/places/queries/find-place.ts', code: `export async function findPlace() {}` },
      { at: 'features/places/commands/close-place.test.ts', code: `test('closes', () => {});` },
    ],
    breaches: [
      `export const shutPlace = defineCommand({});`,
      `export const closePlace = defineCommand({});\nexport const openPlace = defineCommand({});`,
      `export const closePlace = defineCommand({});\nexport function reopen() {}`,
      `const closePlace = defineCommand({});`,
    ],
  },

  'documented-exports': {
    at: 'features/places/model.ts',
    fine: [
      `/** The kinds of place. */\nexport const KINDS = [];`,
      `const hidden = 1;`,
      { at: 'features/places/actions.ts', code: `export async function saveAction() {}` },
      { at: 'features/places/components/place-card.tsx', code: `export function PlaceCard() {}` },
      { at: 'ui/tokens.ts', code: `export const INK = 1;` },
    ],
    breaches: [
      `export const KINDS = [];`,
      `// The kinds of place.\nexport const KINDS = [];`,
      `/* The kinds of place. */\nexport function kinds() {}`,
      { at: 'platform/clock.ts', code: `export interface Clock {}` },
      { at: 'db/schema/places.ts', code: `export const place = table();` },
      { at: 'i18n/locales.ts', code: `export type Locale = 'ar';` },
    ],
  },

  exports: {
    at: 'features/places/model.ts',
    fine: [
      `export function area() {}`,
      `export const KINDS = [];`,
      `export const closePlace = defineCommand({ run: () => null });`,
      `export type { Place } from './place.ts';`,
      `export const { GET, POST } = handlers;`,
      `rows.map((row) => row.id);`,
      { at: 'tests/e2e/support/journey.ts', code: `export { expect } from '@playwright/test';` },
    ],
    breaches: [
      `export * from './place.ts';`,
      `export { area } from './place.ts';`,
      `export const area = () => 1;`,
      `export const area = async function () {};`,
    ],
  },

  'todo-issue': {
    at: 'features/places/model.ts',
    fine: [`// TODO #12: areas of ports`, `// All that is to do.`],
    breaches: [`// TODO: areas of ports`, `/* FIXME later */`],
  },
};
