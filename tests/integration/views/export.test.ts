import { beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '#app/[locale]/dashboard/[list]/export/route.ts';
import { type Actor, ANONYMOUS } from '#features/ledger/model.ts';
import { somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';
import messages from '#messages/de.json' with { type: 'json' };

const asking = vi.hoisted(() => ({ actor: { kind: 'anonymous' } as unknown }));

// Outside the framework no request tells who asks and in which language; the words are the real ones.
vi.mock('#features/accounts/session.ts', () => ({ currentActor: async () => asking.actor }));
vi.mock('next-intl', () => ({}));
vi.mock('next-intl/server', () => ({
  getTranslations:
    async ({ namespace }: { namespace: 'Desk' | 'Vocabulary' }) =>
    (key: string) =>
      key.split('.').reduce<unknown>((node, part) => Reflect.get(Object(node), part), messages[namespace]),
}));

useTestDatabase();

async function ask(actor: Actor, search: string, list = 'places'): Promise<Response> {
  asking.actor = actor;
  const request = new Request(`http://localhost/de/dashboard/${list}/export${search}`);
  return GET(request, { params: Promise.resolve({ locale: 'de', list }) });
}

beforeEach(() => {
  asking.actor = ANONYMOUS;
});

describe('the file of a list', () => {
  test('has the columns that the list shows, and nothing that a spreadsheet would calculate', async () => {
    const editor = await somebody('editor');
    const { ref } = await aPlace({
      facts: { country: 'TR' },
      texts: { ar: { title: '=2+3' }, de: { title: '@Hafen, "alt"' } },
    });
    const answer = await ask(editor, '?country=TR&columns=lead&columns=de&format=csv');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const lines = (await answer.text()).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      [
        messages.Desk.lists.sortKeys.ref,
        messages.Desk.columnTitle,
        messages.Desk.lists.fields.type,
        messages.Desk.lists.fields.country,
        'Deutsch',
      ].join(','),
    );
    expect(lines[1]).toMatch(new RegExp(`^${ref},"'@Hafen, ""alt""",[^,]+,[^,]+,${messages.Desk.states.draft}$`, 'u'));
    // `text()` takes a mark off, so the bytes are looked at.
    const sheet = new Uint8Array(await (await ask(editor, '?format=sheet')).arrayBuffer());
    expect([...sheet.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('is a list of all that match, or of those that were chosen', async () => {
    const editor = await somebody('editor');
    const refs: string[] = [];
    for (const country of ['PL', 'PL', 'PL']) refs.push((await aPlace({ facts: { country } })).ref);
    const read = async (search: string): Promise<{ ref: string }[]> => (await ask(editor, search)).json();
    expect((await read('?country=PL&format=json&sort=ref')).map(({ ref }) => ref)).toEqual(refs);
    expect(await read('?country=KR&format=json')).toEqual([]);
    expect(await read(`?format=json&only=${String(refs[1])}`)).toMatchObject([{ ref: refs[1] }]);
    expect(await read('?country=PL&format=rows')).toHaveLength(3);
  });

  test('is refused by name where the question means nothing', async () => {
    const editor = await somebody('editor');
    for (const [search, name] of [
      ['?state=gone', 'state'],
      ['?colour=red', 'colour'],
      ['?format=xlsx', 'format'],
      ["?only=C-1'--", 'only'],
    ] as const) {
      const answer = await ask(editor, search);
      expect(answer.status, search).toBe(400);
      expect(await answer.text()).toContain(name);
    }
    expect((await ask(editor, '', 'people')).status).toBe(404);
  });

  test('is for staff: strangers are led to sign in, and from there to the list', async () => {
    const { ref } = await aPlace();
    for (const format of ['csv', 'sheet', 'json', 'rows']) {
      const answer = await ask(ANONYMOUS, `?q=a&format=${format}`);
      expect(answer.status).toBe(307);
      expect(answer.headers.get('location')).toBe('/de/sign-in?next=%2Fde%2Fdashboard%2Fplaces%3Fq%3Da');
      expect(await answer.text()).not.toContain(ref);
    }
    const withoutRights: Actor = { ...(await somebody('editor')), grants: [] };
    await expect((async () => (await ask(withoutRights, '?format=rows')).text())()).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
