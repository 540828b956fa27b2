import { describe, expect, test } from 'vitest';
import { findPublishedStory } from '#features/stories/queries/find-published-story.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { listPublishedThemes } from '#features/themes/queries/list-published-themes.ts';
import { paragraph, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';

useTestDatabase();

const body = paragraph('نص القصة');

describe('a published story', () => {
  test('is read with the records that it speaks of, in its own order and by kind', async () => {
    const { id: partnership } = await aPartnership({ slug: 'told-of', isPublished: true });
    const place = await aPlace({
      slug: 'named',
      texts: { ar: textOf('مدينة'), de: textOf('Stadt') },
      isPublished: true,
    });
    const theme = await aRecord('theme', { slug: 'ports', isPublished: true });
    await aRecord('story', {
      slug: 'a-story',
      facts: { related: [theme.id, place.id, partnership], publishedOn: '2026-11' },
      isPublished: true,
    });
    const found = await findPublishedStory('a-story', 'en');
    expect(found).toMatchObject({ publishedOn: '2026-11', textLocale: 'ar', body });
    expect(found?.links.map(({ id, kind, slug }) => [id, kind, slug])).toEqual([
      [theme.id, 'theme', 'ports'],
      [place.id, 'place', 'named'],
      [partnership, 'partnership', 'told-of'],
    ]);
    expect(found?.links[1]?.names).toEqual({ ar: 'مدينة', de: 'Stadt' });
  });

  test('is unknown while it is a draft', async () => {
    await aRecord('story', { slug: 'a-draft' });
    expect(await findPublishedStory('a-draft', 'ar')).toBeNull();
  });
});

describe('the list of stories', () => {
  test('has the newest first, and only those about a record where one is asked for', async () => {
    const place = await aPlace({ isPublished: true });
    const make = async (publishedOn: string) =>
      aRecord('story', { facts: { related: [place.id], publishedOn }, isPublished: true });
    const [old, recent] = [await make('2024-05'), await make('2026-01-01')];
    await aRecord('story', { isPublished: true });
    expect((await listPublishedStories('ar', [place.id])).map(({ id }) => id)).toEqual([recent.id, old.id]);
    expect(await listPublishedStories('ar', [])).toEqual([]);
    expect((await listPublishedStories('ar')).length).toBeGreaterThan(2);
  });
});

test('the list of themes counts the partnerships of each', async () => {
  const used = await aRecord('theme', { texts: { ar: textOf('الهيدروجين') }, isPublished: true });
  const unused = await aRecord('theme', { texts: { ar: textOf('إسكان') }, isPublished: true });
  await aPartnership({ facts: { themes: [used.id] }, isPublished: true });
  const counts = new Map((await listPublishedThemes('ar')).map(({ id, partnerships }) => [id, partnerships]));
  expect([counts.get(used.id), counts.get(unused.id)]).toEqual([1, 0]);
});
