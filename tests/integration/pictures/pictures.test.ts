import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { GET } from '#app/[locale]/pictures/[...name]/route.ts';
import { statementCount } from '#db/client.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { findPicture } from '#features/pictures/queries/find-picture.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { picturePath } from '#features/records/picture-path.ts';
import { findAddresses } from '#features/records/queries/find-addresses.ts';
import { callBy } from '#tests/support/calls.ts';
import { factsOf, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, publish } from '#tests/support/factories.ts';
import { importSeed } from '#tests/support/seeded.ts';

useTestDatabase();
beforeAll(importSeed, 60_000);

async function get(locale: string, path: string): Promise<Response> {
  const params = Promise.resolve({ locale, name: path.split('/').slice(2) });
  return GET(new Request(`http://localhost${path}`), { params });
}

async function bytesOf(locale: string, path: string): Promise<Buffer> {
  return Buffer.from(await (await get(locale, path)).arrayBuffer());
}

const PARTNERSHIP = picturePath('/partnerships/bremen-izmir');

describe('the picture of a page', () => {
  test.each([
    ['/', '/pictures/home.png'],
    ['/partnerships/bremen-izmir', '/pictures/partnerships/bremen-izmir.png'],
    ['/places/izmir', '/pictures/places/izmir.png'],
    ['/stories/structural-change', '/pictures/stories/structural-change.png'],
    ['/themes/climate', '/pictures/site.png'],
    ['/partnerships', '/pictures/site.png'],
  ])('of %s is a PNG of one size, small, with its type and tags', async (page, path) => {
    expect(picturePath(page)).toBe(path);
    const answer = await get('ar', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(answer.headers.get('x-page-tags')).toMatch(/(?:^|\s)messages:ar$/u);
    const body = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(body.length).toBeLessThan(100_000);
  });

  test('is another in each language', async () => {
    const [ar, de, en] = await Promise.all(['ar', 'de', 'en'].map(async (locale) => bytesOf(locale, PARTNERSHIP)));
    expect(ar).not.toEqual(de);
    expect(de).not.toEqual(en);
  });

  test('has the title at the right in Arabic, at the left in German', async () => {
    // The names stand in the colour of the first square, and so does that square: only the other half is looked at.
    const columns = async (locale: string, half: { left: number }) => {
      const area = { ...half, top: 140, width: 460, height: 440 };
      const { data, info } = await sharp(await bytesOf(locale, picturePath('/places/izmir')))
        .extract(area)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const inked = Array.from({ length: info.width }, (_, at) => at).filter((column) =>
        Array.from({ length: info.height }, (_, row) => (row * info.width + column) * info.channels).some(
          (at) => (data[at] ?? 0) > 220 && (data[at + 2] ?? 0) > 220,
        ),
      );
      return { left: half.left + (inked[0] ?? 0), right: half.left + (inked.at(-1) ?? 0) };
    };
    expect((await columns('ar', { left: 740 })).right).toBeGreaterThan(1130);
    expect((await columns('de', { left: 0 })).left).toBeLessThan(70);
  });

  test('says the status of today, and goes stale with the record', async () => {
    const ended = { id: 'a1', kind: 'contract', signedOn: '1995', inForceUntil: '2001', sourceId: 's1' };
    const lasting = { id: 'a1', kind: 'contract', signedOn: '1995', sourceId: 's1' };
    const texts = { ar: textOf('شراكة للاختبار') };
    const one = await aPartnership({ slug: 'one-over', facts: { agreements: [ended] }, texts, isPublished: true });
    await aPartnership({ slug: 'one-alive', facts: { agreements: [lasting] }, texts, isPublished: true });
    const [over, alive] = await Promise.all(
      ['one-over', 'one-alive'].map(async (slug) => findPicture(picturePath(`/partnerships/${slug}`), 'de')),
    );
    expect([over?.picture.status, alive?.picture.status]).toEqual([
      { word: 'Ausgelaufen', tone: 'warn' },
      { word: 'Aktiv', tone: 'ok' },
    ]);
    expect(over?.picture.facts).toContain('seit 1995');
    expect(over?.tags).toEqual([`record:${one.id}`]);
    expect(over?.picture.alt).toContain('Ausgelaufen');
    expect(await bytesOf('de', picturePath('/partnerships/one-over'))).not.toEqual(
      await bytesOf('de', picturePath('/partnerships/one-alive')),
    );
  });

  test('is none where nothing is published', async () => {
    await aPlace({ slug: 'a-draft' });
    for (const path of ['/places/a-draft', '/places/none', '/partnerships/none', '/stories/none'].map(picturePath)) {
      const before = statementCount();
      expect((await get('ar', path)).status, path).toBe(404);
      expect(statementCount() - before, path).toBe(1);
    }
  });

  test.each([
    '/pictures/nothing.png',
    '/pictures/themes/climate.png',
    "/pictures/places/x'or'1.png",
    '/pictures/places/izmir',
  ])('is none at an address that can have none, without a look at the database: %s', async (path) => {
    const before = statementCount();
    expect((await get('ar', path)).status).toBe(404);
    expect((await get('fr', path)).status).toBe(404);
    expect(statementCount()).toBe(before);
  });
});

describe('the address of a picture', () => {
  const find = async (path: string) => (await findAddresses([path]))[0];

  test('stands as its page does, in every language', async () => {
    for (const path of ['/pictures/home.png', '/de/pictures/site.png', PARTNERSHIP, `/en${PARTNERSHIP}`]) {
      expect(await find(path), path).toEqual({ state: 'live' });
    }
    expect(await find(`/ar${PARTNERSHIP}`)).toEqual({ state: 'moved', location: PARTNERSHIP });
  });

  test('moves with its page and goes with it', async () => {
    const { id } = await aPlace({ slug: 'old-town', isPublished: true });
    const content = factsOf('place', 'new-town');
    await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
    await publish(id, { facts: 2 });
    const location = '/de/pictures/places/new-town.png';
    expect(await find('/de/pictures/places/old-town.png')).toEqual({ state: 'moved', location });
    await runCommand(unpublishUnits, { record: id, scopes: ['ar', 'facts'] }, callBy());
    expect(await find(location)).toEqual({ state: 'gone', locale: 'de' });
  });

  test('of a page that never was is unknown after one look at the database', async () => {
    const before = statementCount();
    expect(await find('/de/pictures/places/none.png')).toEqual({ state: 'unknown', locale: 'de' });
    expect(statementCount() - before).toBe(1);
    expect(await find('/pictures/themes/climate.png')).toEqual({ state: 'unknown', locale: 'ar' });
    expect(statementCount() - before).toBe(1);
  });
});
