import { beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as getPartnership } from '#app/api/v1/partnerships/[slug]/route.ts';
import { GET as getPartnerships } from '#app/api/v1/partnerships/route.ts';
import { GET as getPlace } from '#app/api/v1/places/[slug]/route.ts';
import { GET as getPlaces } from '#app/api/v1/places/route.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { importSeed } from '#tests/support/seeded.ts';
import messages from '#messages/de.json' with { type: 'json' };

// Outside the framework no request tells the language; the words are the real ones.
vi.mock('next-intl/server', () => ({
  getTranslations: async () => (key: string) => wordsAt(key),
}));

function wordsAt(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => Object.entries(node ?? {}).find(([name]) => name === part)?.[1],
      messages.OpenData,
    );
}

useTestDatabase();
beforeAll(importSeed, 60_000);

const HOST = 'http://localhost';
const partnerships = async (search: string) => getPartnerships(new Request(`${HOST}/api/v1/partnerships${search}`));
const places = async (search: string) => getPlaces(new Request(`${HOST}/api/v1/places${search}`));
const at = (slug: string) => ({ params: Promise.resolve({ slug }) });

describe('partnerships for programs', () => {
  test('are narrowed, and named with licence, tags and the way on', async () => {
    const answer = await partnerships('?country=tr&locale=de');
    expect(answer.headers.get('x-page-tags')).toContain('list:partnership');
    expect(await answer.json()).toMatchObject({
      licence: { name: 'CC BY 4.0' },
      total: 1,
      next: null,
      records: [{ slug: 'bremen-izmir', url: '/de/partnerships/bremen-izmir', textLanguage: 'de' }],
    });
  });

  test('are read to the end page by page', async () => {
    const slugs: string[] = [];
    let search: string | null = '?limit=1&sort=title';
    while (search !== null && slugs.length < 10) {
      const body: { records: { slug: string }[]; next: string | null } = await (await partnerships(search)).json();
      slugs.push(...body.records.map(({ slug }) => slug));
      search = body.next === null ? null : new URL(body.next, HOST).search;
    }
    expect(slugs.toSorted()).toEqual(['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']);
  });

  test('are a table and lines on a map', async () => {
    const table = await partnerships('?format=csv');
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await table.text()).split('\r\n')).toHaveLength(5);
    const map = await partnerships('?format=geojson&place=izmir');
    expect(map.headers.get('content-type')).toBe('application/geo+json');
    expect(await map.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'LineString' } }],
    });
  });

  test.each(['?type=x', '?place=atlantis', '?after=!', '?x=1', '?limit=0', '?format=xml', '?locale=fr', '?view=table'])(
    'refuse %s with a problem document',
    async (search) => {
      const answer = await partnerships(search);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      const name = search.slice(1).split('=')[0];
      expect(await answer.json()).toMatchObject({ title: messages.OpenData.faulty, errors: [{ name }] });
    },
  );

  test('stand alone, or are missing', async () => {
    const one = await getPartnership(new Request(`${HOST}/api/v1/partnerships/bremen-izmir`), at('bremen-izmir'));
    expect(await one.json()).toMatchObject({ record: { slug: 'bremen-izmir', textLanguage: 'ar' } });
    for (const slug of ['atlantis', '\u0000', 'x'.repeat(5000)]) {
      const none = await getPartnership(new Request(`${HOST}/api/v1/partnerships/x`), at(slug));
      expect(none.status).toBe(404);
    }
  });
});

describe('places for programs', () => {
  test('are narrowed, and stand on a map', async () => {
    expect(await (await places('?country=tr')).json()).toMatchObject({ total: 1, records: [{ slug: 'izmir' }] });
    expect(await (await places('?country=tr&format=geojson')).json()).toMatchObject({
      features: [{ geometry: { type: 'Point' } }],
    });
    expect((await places('?country=zz')).status).toBe(400);
    expect(await (await places('?country=tr&format=csv')).text()).toContain('izmir');
  });

  test('stand alone, or are missing', async () => {
    const one = await getPlace(new Request(`${HOST}/api/v1/places/izmir`), at('izmir'));
    expect(await one.json()).toMatchObject({ record: { slug: 'izmir', country: 'TR' } });
    expect((await getPlace(new Request(`${HOST}/api/v1/places/x`), at('x'))).status).toBe(404);
    expect((await getPlace(new Request(`${HOST}/api/v1/places/izmir?format=csv`), at('izmir'))).status).toBe(400);
  });
});
