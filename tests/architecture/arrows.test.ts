import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plantTree, type PlantedTree } from '#tests/support/planted-tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const findings = z.array(z.object({ file: z.string(), message: z.string() }));

/** One import that points the wrong way, and the rule that must say so. */
const BREACHES = [
  { from: 'app/page.ts', to: '#db/client.ts', rule: 'app imports no db' },
  { from: 'app/form.ts', to: '#features/places/internal/rows.ts', rule: 'internal/ is closed to pages' },
  { from: 'features/places/page.ts', to: '#app/shared-part.ts', rule: 'features imports no app' },
  { from: 'features/places/queries/script.ts', to: '#scripts/seed.ts', rule: 'features imports no app, scripts' },
  { from: 'db/rules.ts', to: '#features/places/model.ts', rule: 'db imports no app, features' },
  { from: 'platform/clock.ts', to: '#i18n/locales.ts', rule: 'platform imports no' },
  { from: 'ui/card.ts', to: '#platform/env.ts', rule: 'ui imports no' },
  { from: 'i18n/format.ts', to: '#ui/card.ts', rule: 'i18n imports no' },
  {
    from: 'features/places/model.ts',
    to: '#features/partnerships/model.ts',
    rule: 'places imports only rooms above it',
  },
  { from: 'features/ledger/model.ts', to: '#features/records/kind.ts', rule: 'ledger imports only rooms above it' },
  {
    from: 'features/partnerships/model.ts',
    to: '#features/places/internal/rows.ts',
    rule: 'internal/ belongs to its room',
  },
  { from: 'features/places/policy.ts', to: '#db/client.ts', rule: 'SQL stands in' },
  { from: 'features/places/input.ts', to: 'drizzle-orm', rule: 'SQL stands in' },
  { from: 'features/checks/internal/numbers.ts', to: '#db/client.ts', rule: 'checks know texts alone' },
  { from: 'features/checks/names.ts', to: 'react', rule: 'checks know texts alone' },
  { from: 'features/places/commands/raw.ts', to: 'postgres', rule: 'the driver stands behind' },
  { from: 'features/places/queries/fake.ts', to: 'vitest', rule: 'needs no tool of development' },
  { from: 'features/places/queries/gone.ts', to: '#features/places/gone.ts', rule: 'every import leads somewhere' },
  { from: 'app/[locale]/(public)/map/page.ts', to: '#features/map/map.ts', rule: 'public pages run nothing' },
  { from: 'app/[locale]/(public)/page.ts', to: 'next/link', rule: 'public pages run nothing' },
];

const FINE = [
  { from: 'app/[locale]/(public)/places/page.ts', to: '#features/places/queries/find-place.ts' },
  { from: 'app/[locale]/dashboard/page.ts', to: '#features/map/map.ts' },
  { from: 'features/partnerships/rules.ts', to: '#features/places/model.ts' },
  { from: 'features/places/queries/list-places.ts', to: '#db/client.ts' },
  { from: 'features/places/internal/rows.ts', to: 'drizzle-orm' },
  { from: 'features/ledger/run.ts', to: '#db/client.ts' },
  { from: 'features/records/kind.ts', to: '#db/client.ts' },
  { from: 'features/places/model.test.ts', to: '#features/partnerships/internal/rows.ts' },
  { from: 'db/seed/seed.test.ts', to: '#features/places/model.ts' },
  { from: 'db/client.ts', to: '#platform/env.ts' },
  { from: 'db/connection.ts', to: 'postgres' },
  { from: 'ui/language-switch.ts', to: '#i18n/locales.ts' },
  { from: 'scripts/up.ts', to: '#features/places/internal/rows.ts' },
  { from: 'tests/support/person.ts', to: 'vitest' },
];

/** What the imports lead to. */
const TARGETS = {
  'app/shared-part.ts': '',
  'db/client.ts': '',
  'features/map/button.tsx': `// The map moves.\n'use client';\nexport function Button() { return <b />; }`,
  'features/map/map.ts': `import './button.tsx';`,
  'features/partnerships/internal/rows.ts': '',
  'features/partnerships/model.ts': '',
  'features/places/internal/rows.ts': '',
  'features/places/queries/find-place.ts': '',
  'features/records/kind.ts': '',
  'features/search/one.ts': `import type { Two } from './two.ts';`,
  'features/search/two.ts': `import './one.ts';`,
  'i18n/locales.ts': '',
  'platform/env.ts': '',
  'scripts/seed.ts': '',
  'ui/card.ts': '',
};

function packageOf(name: string, file = 'index.js'): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: file }),
    [`node_modules/${name}/${file}`]: '',
  };
}

let tree: PlantedTree;
let found: z.infer<typeof findings>;

beforeAll(() => {
  const { imports } = z
    .object({ imports: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const dependencies = { 'drizzle-orm': '1', next: '1', postgres: '1', react: '1' };
  const files: Record<string, string> = { ...TARGETS };
  for (const { from, to } of [...BREACHES, ...FINE]) files[from] = `${files[from] ?? ''}\nimport '${to}';\n`;
  tree = plantTree({
    ...files,
    ...packageOf('drizzle-orm'),
    ...packageOf('next', 'link.js'),
    ...packageOf('postgres'),
    ...packageOf('react'),
    ...packageOf('vitest'),
    'package.json': JSON.stringify({ type: 'module', imports, dependencies, devDependencies: { vitest: '1' } }),
  });
  const program = path.join(import.meta.dirname, 'arrows.mjs');
  found = findings.parse(JSON.parse(execFileSync(process.execPath, [program, tree.root], { encoding: 'utf8' })));
});
afterAll(() => tree.remove());

test.each(BREACHES)('$from may not import $to', ({ from, rule }) => {
  expect(found.filter(({ file }) => file === from).map(({ message }) => message)).toContainEqual(
    expect.stringContaining(rule),
  );
});

test.each(FINE)('$from may import $to', ({ from, to }) => {
  const allowed = to.replace('#', '');
  expect(found.filter(({ file, message }) => file === from && message.includes(allowed))).toEqual([]);
});

test('a circle is found, also one of types', () => {
  const circles = found.filter(({ message }) => message.includes('no circle'));
  expect(circles.map(({ file }) => file)).toContain('features/search/one.ts');
});
