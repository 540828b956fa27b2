import { expect, test } from 'vitest';
import { z } from 'zod';
import { readableDraft } from './draft-content.ts';

const schema = z.object({
  title: z.string().min(1),
  lead: z.string().max(5).optional(),
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
});

test('what is complete is shown as it is', () => {
  const content = { title: 'Hafen', items: [{ id: 'a', name: 'A' }] };
  expect(readableDraft(schema, content)).toEqual({ content, left: [] });
});

test('what is not ready is left out, item by item, and named', () => {
  const items = [{ id: 'a' }, { id: 'b', name: 'B' }, { id: 'c' }];
  expect(readableDraft(schema, { title: 'Hafen', lead: 'far too long', items })).toEqual({
    content: { title: 'Hafen', items: [{ id: 'b', name: 'B' }] },
    left: expect.arrayContaining([
      expect.objectContaining({ path: 'lead' }),
      expect.objectContaining({ path: 'items.0.name' }),
      expect.objectContaining({ path: 'items.2.name' }),
    ]) as unknown,
  });
});

test('without what a page cannot be without there is none', () => {
  expect(readableDraft(schema, { lead: 'kurz' })).toMatchObject({ content: null, left: [{ path: 'title' }] });
});
