import { afterAll, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { GET as shortAddressAnswer } from '#app/[locale]/r/[ref]/route.ts';
import { GET as addressAnswer } from '#app/internal/address/route.ts';
import { log } from '#platform/log.ts';
import { INTERNAL_KEY_HEADER, internalKey } from '#platform/internal-key.ts';

const SECRET = vi.hoisted(() => {
  const secret = 'a secret of thirty-two characters';
  vi.stubEnv('AUTH_SECRET', secret);
  vi.stubEnv('DATABASE_URL_PUBLIC', 'postgres://nobody@127.0.0.1:1/nothing');
  return secret;
});
afterAll(closeDatabase);

async function answerFor(path: string): Promise<Response> {
  const headers = { [INTERNAL_KEY_HEADER]: internalKey(SECRET) };
  return addressAnswer(new Request(`http://127.0.0.1/internal/address?path=${path}`, { headers }));
}

test('the neighbour learns at once that the database is away, and still what needs none', async () => {
  const since = performance.now();
  const answer = await answerFor('/places/izmir&path=/places&path=/places/NOT-A-SLUG&path=/r/P-101');
  expect(performance.now() - since).toBeLessThan(3000);
  expect(await answer.json()).toEqual({
    answers: [
      { state: 'unavailable' },
      { state: 'live' },
      { state: 'unknown', locale: 'ar' },
      { state: 'unavailable' },
    ],
  });
});

test('a short address says so in the reader’s language, and when to come back', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const params = Promise.resolve({ locale: 'de', ref: 'P-101' });
  const answer = await shortAddressAnswer(new Request('http://127.0.0.1/de/r/P-101'), { params });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.headers.get('x-page-tags')).toBeNull();
  expect(await answer.text()).toContain('Das Register ist kurz nicht erreichbar');
  expect(logged).toHaveBeenCalledOnce();
});
