import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { lint } from './linter.ts';

const doc = '/** What the caller gets. */\n';

/** What the configuration of this repository must report, each in a file of its own. */
const BREACHES: Record<string, { code: string; broken: string }> = {
  'features/places/any.ts': { code: `${doc}export const place: any = 1;`, broken: 'typescript(no-explicit-any)' },
  'features/places/sure.ts': {
    code: `${doc}export function first(rows: string[]): string { return rows[0]!; }`,
    broken: 'typescript(no-non-null-assertion)',
  },
  'features/places/default.ts': { code: `${doc}export default 1;`, broken: 'import(no-default-export)' },
  'features/places/Name.ts': { code: 'name();', broken: 'unicorn(filename-case)' },
  'features/places/four.ts': {
    code: 'function four(a: 1, b: 2, c: 3, d: 4) { call(a, b, c, d); }\nfour(1, 2, 3, 4);',
    broken: 'eslint(max-params)',
  },
  'features/places/branchy.ts': {
    code: `function branchy(n: number) {\n${'  if (n > 1) n();\n'.repeat(10)}}\nbranchy(1);`,
    broken: 'eslint(complexity)',
  },
  'features/places/long.ts': {
    code: `function long() {\n${'  call();\n'.repeat(60)}}\nlong();`,
    broken: 'eslint(max-lines-per-function)',
  },
  'features/places/endless.ts': { code: 'call();\n'.repeat(301), broken: 'eslint(max-lines)' },
  'ui/markup.tsx': {
    code: `export function Markup({ html }: { html: string }) { return <p dangerouslySetInnerHTML={{ __html: html }} />; }`,
    broken: 'react(no-danger)',
  },
  'features/places/empty.test.ts': {
    code: `import { test } from 'vitest';\ntest('nothing', () => { call(); });`,
    broken: 'vitest(expect-expect)',
  },
  'tests/e2e/wait.spec.ts': {
    code: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => { await page.waitForTimeout(5); });`,
    broken: 'playwright(no-wait-for-timeout)',
  },
  'tests/e2e/unused.spec.ts': {
    code: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => { page.getByRole('heading'); });`,
    broken: 'playwright(no-unused-locators)',
  },
};

const root = path.resolve(import.meta.dirname, '../..');
const tree = plantTree({
  '.oxlintrc.json': readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')
    .replace('./tests/lint/plugin.mjs', path.join(import.meta.dirname, 'plugin.mjs'))
    .replace('eslint-plugin-playwright', createRequire(import.meta.url).resolve('eslint-plugin-playwright')),
  'package.json': '{}',
  'app/page.tsx': 'export default function Page() { return <p>1</p>; }\n',
  ...Object.fromEntries(Object.entries(BREACHES).map(([place, { code }]) => [place, code])),
});
afterAll(tree.remove);
const broken = lint(tree.root);

test.each(Object.entries(BREACHES).map(([place, breach]) => ({ place, ...breach })))('$broken', (breach) => {
  expect(broken.get(breach.place)).toEqual([breach.broken]);
});

test('a page may export its component as Next asks', () => {
  expect(broken.get('app/page.tsx')).toBeUndefined();
});
