import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { type Example, EXAMPLES } from './examples.ts';
import { lint } from './linter.ts';
import plugin from './plugin.mjs';

interface Case {
  rule: string;
  place: string;
  code: string;
  isFine: boolean;
}

const cases = Object.entries(EXAMPLES).flatMap(([rule, { at, fine, breaches }]) => [
  ...fine.map((example) => asCase(rule, at, { example, isFine: true })),
  ...breaches.map((example) => asCase(rule, at, { example, isFine: false })),
]);
// Each example is a project of its own, so that it may stand in any file; one run of the linter looks at them all.
const planted = cases.map((one, n) => ({ ...one, folder: `case-${String(n)}` }));
const config = {
  jsPlugins: [path.join(import.meta.dirname, 'plugin.mjs')],
  categories: { correctness: 'off' },
  overrides: planted.map(({ folder, rule }) => ({ files: [`${folder}/**`], rules: { [`house/${rule}`]: 'error' } })),
};
const tree = plantTree({
  '.oxlintrc.json': JSON.stringify(config),
  ...Object.fromEntries(planted.map(({ folder }) => [`${folder}/package.json`, '{}'])),
  ...Object.fromEntries(planted.map(({ folder, place, code }) => [`${folder}/${place}`, `${code}\n`])),
});
afterAll(tree.remove);
const broken = lint(tree.root);

test('each rule has examples of both kinds', () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(Object.keys(plugin.rules).toSorted());
  expect(Object.values(EXAMPLES).filter(({ fine, breaches }) => fine.length * breaches.length === 0)).toEqual([]);
});

describe('lets pass', () => {
  test.each(planted.filter(({ isFine }) => isFine))('$rule: $place: $code', ({ folder, place }) => {
    expect(broken.get(`${folder}/${place}`)).toBeUndefined();
  });
});

describe('reports', () => {
  test.each(planted.filter(({ isFine }) => !isFine))('$rule: $place: $code', ({ folder, rule, place }) => {
    expect(broken.get(`${folder}/${place}`)).toEqual([`house(${rule})`]);
  });
});

function asCase(rule: string, at: string, { example, isFine }: { example: Example; isFine: boolean }): Case {
  return typeof example === 'string'
    ? { rule, place: at, code: example, isFine }
    : { rule, place: example.at, code: example.code, isFine };
}
