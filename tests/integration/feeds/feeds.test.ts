import { beforeAll, describe, expect, test } from 'vitest';
import { writeAtom } from '#features/feeds/atom.ts';
import { writeCalendar } from '#features/feeds/calendar.ts';
import { listDatedAgreements } from '#features/feeds/queries/list-dates.ts';
import { listNews } from '#features/feeds/queries/list-news.ts';
import { countSitemapParts, listSitemapEntries } from '#features/feeds/queries/list-sitemap-entries.ts';
import { writeSitemap, writeSitemapIndex } from '#features/feeds/sitemap.ts';
import { callBy, NOW, SYSTEM } from '#tests/support/calls.ts';
import { textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, publish } from '#tests/support/factories.ts';

useTestDatabase();

const whole = (path: string) => `https://cities.example${path}`;

beforeAll(async () => {
  await aPlace({ slug: 'hamburg', texts: { ar: textOf('هامبورغ'), de: textOf('Hamburg') }, isPublished: true });
  await aPlace({ slug: 'secret', texts: { ar: textOf('مسودة') } });
  await aPartnership({
    slug: 'signed',
    facts: {
      agreements: [
        { id: 'a1', kind: 'contract', signedOn: '1995-03-08', inForceUntil: '2030', sourceId: 's1' },
        { id: 'a2', kind: 'contract', signedOn: '2001', inForceUntil: '2027-05-01', sourceId: 's1' },
      ],
    },
    texts: { ar: textOf('موقّعة & <مؤرخة>') },
    isPublished: true,
  });
});

describe('the site map', () => {
  test('names what is published, with the languages that have a text', async () => {
    const entries = await listSitemapEntries(1);
    expect(entries.find(({ path }) => path === '/places/hamburg')?.locales).toEqual(['ar', 'de']);
    expect(entries.map(({ path }) => path)).not.toContain('/places/secret');
    expect(entries.map(({ path }) => path)).toEqual(entries.map(({ path }) => path).toSorted());
    expect(await listSitemapEntries(2)).toEqual([]);
    expect(await countSitemapParts()).toBe(1);
    const written = writeSitemap(entries, ['/'], whole);
    expect(written).toContain('<loc>https://cities.example/de/places/hamburg</loc>');
    expect(written).not.toContain('/en/places/hamburg');
    expect(written).toContain('hreflang="x-default" href="https://cities.example/places/hamburg"');
    expect(writeSitemapIndex(2, whole)).toContain('<loc>https://cities.example/sitemaps/2.xml</loc>');
  });
});

describe('the feed', () => {
  test('has the newest first, in well formed words', async () => {
    const news = await listNews('de', 10);
    expect(news.map(({ slug }) => slug)).toEqual(['signed']);
    const head = {
      locale: 'de',
      title: 'T',
      subtitle: 'S',
      author: 'A',
      licence: 'L',
      self: whole('/de/feed.xml'),
      page: whole('/de'),
    } as const;
    const entries = news.map((item) => ({ item, href: whole('/x'), permanent: whole(`/r/${item.ref}`) }));
    const atom = writeAtom(head, entries);
    expect(atom).toContain('<title>موقّعة &amp; &lt;مؤرخة&gt;</title>');
    expect(atom).toContain('<entry xml:lang="ar">');
  });
});

describe('the calendar', () => {
  test('has the days that are known, and makes up none', async () => {
    const agreements = await listDatedAgreements('ar', 10);
    expect(agreements.map(({ agreementId }) => agreementId)).toEqual(['a1', 'a2']);
    const words = { name: 'N', anniversary: () => 'A', expiry: () => 'E' };
    const calendar = writeCalendar(agreements, { words, host: 'cities.example', pageOf: whole });
    expect([...calendar.matchAll(/DTSTART;VALUE=DATE:(\d+)/gu)].map(([, day]) => day)).toEqual([
      '19950308',
      '20270501',
    ]);
  });
});

describe('a text that is released later than the facts', () => {
  test('is news in the languages that read it, however many records are newer', async () => {
    const inHours = (hours: number) => callBy(SYSTEM, { now: new Date(NOW.getTime() + hours * 3_600_000) });
    const old = await aPartnership({ slug: 'old', texts: { ar: textOf('قديمة'), de: textOf('Alt') } });
    await publish(old.id, { facts: 1, ar: 1 });
    const newer = await aPartnership({ slug: 'newer' });
    await publish(newer.id, { facts: 1, ar: 1 }, inHours(1));
    expect((await listNews('de', 1)).map(({ slug }) => slug)).toEqual(['newer']);
    await publish(old.id, { de: 1 }, inHours(2));
    expect((await listNews('de', 1)).map(({ slug, textLocale }) => [slug, textLocale])).toEqual([['old', 'de']]);
    expect((await listNews('ar', 1)).map(({ slug }) => slug)).toEqual(['newer']);
  });
});
