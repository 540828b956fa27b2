import { describe, expect, test, vi } from 'vitest';
import { statementCount } from '#db/client.ts';
import { GET as addressAnswer } from '#app/internal/address/route.ts';
import { GET as addressesAnswer } from '#app/internal/addresses/route.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { publicPath } from '#features/records/public-path.ts';
import { findAddresses } from '#features/records/queries/find-addresses.ts';
import { listLiveAddresses } from '#features/records/queries/list-live-addresses.ts';
import { INTERNAL_KEY_HEADER, internalKey } from '#platform/internal-key.ts';
import { callBy } from '#tests/support/calls.ts';
import { factsOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord, publish } from '#tests/support/factories.ts';

const SECRET = vi.hoisted(() => {
  const secret = 'a secret of thirty-two characters';
  vi.stubEnv('AUTH_SECRET', secret);
  return secret;
});
const { admin } = useTestDatabase();
const ALL = { since: null, after: null };

async function findAddress(path: string) {
  const [answer] = await findAddresses([path]);
  return answer;
}

/** A city that moved from `old` to `new`. */
async function aMovedPlace(old: string, fresh: string): Promise<void> {
  const { id } = await aPlace({ slug: old, isPublished: true });
  const content = factsOf('place', fresh);
  await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
  await publish(id, { facts: 2 });
}

describe('what stands at an address', () => {
  test.each(['/', '/de', '/en', '/partnerships', '/de/places', '/en/stories', '/countries', '/de/themes', '/icon.svg'])(
    'a page that always stands, without the database: %s',
    async (path) => {
      const before = statementCount();
      expect(await findAddress(path)).toEqual({ state: 'live' });
      expect(statementCount()).toBe(before);
    },
  );

  test('a record that is published, in every language, with one look at the database', async () => {
    await aPartnership({ slug: 'here-there', isPublished: true });
    await findAddress('/partnerships/here-there');
    for (const path of ['/partnerships/here-there', '/de/partnerships/here-there', '/en/partnerships/here-there']) {
      const before = statementCount();
      expect(await findAddress(path), path).toEqual({ state: 'live' });
      expect(statementCount() - before).toBe(1);
    }
  });

  test.each([
    ['/ar', '/'],
    ['/ar/partnerships/anything', '/partnerships/anything'],
    ['/de/', '/de'],
    ['/partnerships/', '/partnerships'],
    ['/%70laces', '/places'],
  ])('leads to the one way it is written: %s', async (path, location) => {
    expect(await findAddress(path)).toEqual({ state: 'moved', location });
  });

  test('leads on where the record moved, in the language that was asked for', async () => {
    await aMovedPlace('old-town', 'new-town');
    expect(await findAddress('/places/old-town')).toEqual({ state: 'moved', location: '/places/new-town' });
    expect(await findAddress('/de/places/old-town')).toEqual({ state: 'moved', location: '/de/places/new-town' });
    expect(await findAddress('/de/places/new-town')).toEqual({ state: 'live' });
  });

  test('says that something was withdrawn', async () => {
    const { id } = await aPlace({ slug: 'withdrawn', isPublished: true });
    await runCommand(unpublishUnits, { record: id, scopes: ['ar', 'facts'] }, callBy());
    expect(await findAddress('/en/places/withdrawn')).toEqual({ state: 'gone', locale: 'en' });
  });

  test('short addresses stand as long as their record is published', async () => {
    const { ref } = await aPlace({ isPublished: true });
    const draft = await aPlace();
    expect(await findAddress(`/r/${ref}`)).toEqual({ state: 'live' });
    expect(await findAddress(`/de/r/${ref.toLowerCase()}`)).toEqual({ state: 'live' });
    expect(await findAddress(`/r/${draft.ref}`)).toEqual({ state: 'unknown', locale: 'ar' });
  });

  test('a record that was never published is unknown', async () => {
    await aPlace({ slug: 'a-draft' });
    expect(await findAddress('/places/a-draft')).toEqual({ state: 'unknown', locale: 'ar' });
  });

  test.each(['organisation', 'programme', 'theme'] as const)(
    'a record of a kind that got its page: %s',
    async (kind) => {
      const { id } = await aRecord(kind, { slug: `a-${kind}`, isPublished: true });
      const path = publicPath(kind, `a-${kind}`);
      expect(await findAddress(`/de${path}`)).toEqual({ state: 'live' });
      await runCommand(unpublishUnits, { record: id, scopes: ['ar', 'facts'] }, callBy());
      expect(await findAddress(path)).toEqual({ state: 'gone', locale: 'ar' });
    },
  );

  test('a country from its first published place to its last, with one look at the database', async () => {
    const draft = await aPlace({ facts: { country: 'UY' } });
    expect(await findAddress('/countries/uy')).toEqual({ state: 'unknown', locale: 'ar' });
    await publish(draft.id, { facts: 1, ar: 1 });
    const before = statementCount();
    expect(await findAddress('/de/countries/uy')).toEqual({ state: 'live' });
    expect(statementCount() - before).toBe(1);
    expect((await listLiveAddresses(ALL)).paths).toContain('/en/countries/uy');
    await runCommand(unpublishUnits, { record: draft.id, scopes: ['ar', 'facts'] }, callBy());
    expect(await findAddress('/countries/uy')).toEqual({ state: 'unknown', locale: 'ar' });
  });

  test('an organisation alone opens the page of its country as well', async () => {
    await aRecord('organisation', { facts: { country: 'PY' }, isPublished: true });
    expect(await findAddress('/countries/py')).toEqual({ state: 'live' });
  });

  test.each([
    ['/Nothing', 'ar'],
    ['/dashboard', 'ar'],
    ['/de/places/UPPER', 'de'],
    ['/places/izmir/more', 'ar'],
    ['/places/%ff', 'ar'],
    ["/en/places/x'or'1'='1", 'en'],
    ['/r/nonsense', 'ar'],
    ['/countries/DE', 'ar'],
    ['/de/countries/deu', 'de'],
    ['/de/icon.svg', 'de'],
    ['//example.org', 'ar'],
    ['', 'ar'],
  ])('what can be no address never reaches the database: %s', async (path, locale) => {
    const before = statementCount();
    expect(await findAddress(path)).toEqual({ state: 'unknown', locale });
    expect(statementCount()).toBe(before);
  });
});

test('many addresses are answered in their order, all records with one look at the database', async () => {
  await aPlace({ slug: 'asked-together', isPublished: true });
  const paths = ['/places/asked-together', '/nowhere', '/de/places/asked-together', '/places/none', '/ar', '/'];
  const before = statementCount();
  const answers = await findAddresses(paths);
  expect(statementCount() - before).toBe(1);
  expect(answers.map(({ state }) => state)).toEqual(['live', 'unknown', 'live', 'unknown', 'moved', 'live']);
});

describe('all live addresses', () => {
  test('are the standing pages and every record with a page, in three languages', async () => {
    await aPlace({ slug: 'listed', isPublished: true });
    await aPlace({ slug: 'not-listed' });
    await aMovedPlace('left', 'arrived');
    const { paths, next } = await listLiveAddresses(ALL);
    expect(paths).toEqual(expect.arrayContaining(['/', '/de', '/en', '/stories', '/de/stories']));
    expect(paths).toEqual(expect.arrayContaining(['/places/listed', '/de/places/listed', '/en/places/listed']));
    expect(paths.filter((path) => /not-listed|left/u.test(path))).toEqual([]);
    expect(paths).toContain('/en/places/arrived');
    expect(new Set(paths).size).toBe(paths.length);
    expect(next).toBeNull();
  });

  test('come page by page, none twice and none left out', async () => {
    await admin`insert into address (path, record_id, state, changed_at)
      select '/places/many-' || n, gen_random_uuid(), 'live', '2020-01-01' from generate_series(1, 1203) n`;
    const first = await listLiveAddresses(ALL);
    const paths = [...first.paths];
    for (let { next } = first; next !== null; ) {
      const page = await listLiveAddresses({ since: null, after: next });
      expect(page.paths.length).toBeLessThanOrEqual(1500);
      paths.push(...page.paths);
      ({ next } = page);
    }
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path.startsWith('/de/places/many-'))).toHaveLength(1203);
    await admin`delete from address where path like '/places/many-%'`;
  });

  test('since a time are those that opened since, without the standing pages', async () => {
    await admin`insert into address (path, record_id, state, changed_at)
      values ('/places/long-ago', gen_random_uuid(), 'live', now() - interval '2 minutes'),
        ('/places/late-commit', gen_random_uuid(), 'live', now() - interval '30 seconds')`;
    const { at } = await listLiveAddresses(ALL);
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    await admin`insert into address (path, record_id, state, changed_at)
      values ('/places/just-now', gen_random_uuid(), 'live', now())`;
    const { paths } = await listLiveAddresses({ since: new Date(at), after: null });
    expect(paths.filter((path) => path.startsWith('/de'))).toEqual(
      expect.arrayContaining(['/de/places/just-now', '/de/places/late-commit']),
    );
    expect(paths).not.toContain('/places/long-ago');
    expect(paths).not.toContain('/');
  });

  test('since a time are found by an index', async () => {
    const plan = await admin.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      return tx`explain select path from address where state = 'live' and changed_at >= now()`;
    });
    expect(JSON.stringify(plan)).toContain('address_live_changed_idx');
  });
});

describe('the neighbour on this machine', () => {
  function asking(path: string, key = internalKey(SECRET)): Request {
    return new Request(`http://127.0.0.1${path}`, { headers: { [INTERNAL_KEY_HEADER]: key } });
  }

  test('is answered, and told what it asked wrongly', async () => {
    const answer = await addressAnswer(asking('/internal/address?path=%2Fde%2F'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ answers: [{ state: 'moved', location: '/de' }] });
    expect((await addressesAnswer(asking('/internal/addresses'))).status).toBe(200);
    expect((await addressAnswer(asking('/internal/address'))).status).toBe(400);
    for (const since of ['-1', '1.5', 'x', '9e99']) {
      expect((await addressesAnswer(asking(`/internal/addresses?since=${since}`))).status, since).toBe(400);
    }
  });

  test('strangers find nothing', async () => {
    for (const answer of [addressAnswer, addressesAnswer]) {
      const refusal = await answer(asking('/internal/address?path=/', 'guessed'));
      expect(refusal.status).toBe(404);
      expect(await refusal.text()).toBe('');
      expect(refusal.headers.get('cache-control')).toBe('no-store');
    }
  });
});

test('the gallery of parts stands nowhere but while developing', async () => {
  expect(await findAddresses(['/gallery', '/de/gallery'])).toEqual([
    { state: 'unknown', locale: 'ar' },
    { state: 'unknown', locale: 'de' },
  ]);
});
