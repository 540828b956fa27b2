import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { QUERY_PAGES } from '#features/records/query-pages.mjs';
import { describeInterface } from './describe-interface.ts';
import { COMMON_KEYS } from './read-asked.ts';

// Nothing here says a word to anybody.
vi.mock('next-intl/server', () => ({ getTranslations: vi.fn() }));

const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() });
const described = z
  .object({ paths: z.record(z.string(), z.object({ get: z.object({ parameters: z.array(parameter) }) })) })
  .parse(describeInterface());

test.each(['/partnerships', '/places'])('all that %s can be asked is described, and nothing else', (path) => {
  const keys = (QUERY_PAGES[path] ?? []).filter((key) => key !== 'view');
  const names = described.paths[`/api/v1${path}`]?.get.parameters.map(({ name }) => name) ?? [];
  expect(names.toSorted()).toEqual([...keys, ...COMMON_KEYS].toSorted());
});

test.each([
  ['search', ['limit', 'locale', 'q', 'type']],
  ['suggestions', ['locale', 'q']],
])('all that %s can be asked is described', (path, keys) => {
  const parameters = described.paths[`/api/v1/${path}`]?.get.parameters ?? [];
  expect(parameters.map(({ name }) => name).toSorted()).toEqual(keys);
  expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(['q']);
});

test('the description can be sent and names what it describes', () => {
  const text = JSON.stringify(describeInterface());
  expect(text).toContain('statusDay');
  expect(Object.keys(described.paths)).toHaveLength(6);
});
