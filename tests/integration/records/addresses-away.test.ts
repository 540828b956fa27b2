import { afterAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { GET as addressAnswer } from '#app/internal/address/route.ts';
import { INTERNAL_KEY_HEADER, internalKey } from '#platform/internal-key.ts';

const SECRET = 'a secret of thirty-two characters';
vi.stubEnv('AUTH_SECRET', SECRET);
vi.stubEnv('DATABASE_URL_PUBLIC', 'postgres://nobody@127.0.0.1:1/nothing');
afterAll(closeDatabase);

async function answerFor(path: string): Promise<Response> {
  const headers = { [INTERNAL_KEY_HEADER]: internalKey(SECRET) };
  return addressAnswer(new Request(`http://127.0.0.1/internal/address?path=${path}`, { headers }));
}

test('the neighbour learns at once that the database is away, and still what needs none', async () => {
  const since = performance.now();
  const answer = await answerFor('/places/izmir');
  expect(performance.now() - since).toBeLessThan(3000);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ state: 'unavailable' });
  expect((await answerFor('/places')).status).toBe(200);
  expect(await (await answerFor('/places/NOT-A-SLUG')).json()).toEqual({ state: 'unknown', locale: 'ar' });
});
