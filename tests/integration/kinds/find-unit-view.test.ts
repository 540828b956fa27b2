import { describe, expect, test } from 'vitest';
import { statementCount } from '#db/client.ts';
import { findUnitView } from '#features/kinds/queries/find-unit-view.ts';
import { somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership } from '#tests/support/factories.ts';

useTestDatabase();

/** Who sends the request is one query more, which every page asks. */
const QUERIES_MAX = 6 - 1;

describe('the editor of one unit', () => {
  test('asks the database a handful of questions, however much the record holds', async () => {
    const editor = await somebody('editor');
    const { ref } = await aPartnership({ isPublished: true });
    const before = statementCount();
    const found = await findUnitView(editor, { ref, scope: 'facts', locale: 'ar' });
    expect(statementCount() - before).toBeLessThanOrEqual(QUERIES_MAX);
    expect(found?.view.baseRev).toBe(1);
    expect(found?.view.options.map(({ kind }) => kind)).toContain('place');
  });

  test('shows a language that nobody has begun as empty, beside its source', async () => {
    const editor = await somebody('editor');
    const { ref } = await aPartnership();
    const found = await findUnitView(editor, { ref, scope: 'de', locale: 'ar' });
    expect(found?.view).toMatchObject({ baseRev: 0, content: {} });
    expect(found?.view.source).toHaveProperty('title');
  });

  test('knows nothing under a name that is none', async () => {
    const editor = await somebody('editor');
    expect(await findUnitView(editor, { ref: 'P-999999', scope: 'ar', locale: 'ar' })).toBeNull();
  });

  test('is for staff', async () => {
    const { ref } = await aPartnership();
    const asked = { ref, scope: 'ar', locale: 'ar' } as const;
    await expect(findUnitView({ kind: 'anonymous' }, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
