import { afterEach, describe, expect, test, vi } from 'vitest';
import { followTags, type MarkedTag } from '#features/ledger/follow-tags.ts';
import { listTag, recordTag } from '#features/records/tags.ts';
import { NOW } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

function follow(): MarkedTag[] {
  const heard: MarkedTag[] = [];
  open.push(followTags((marked) => heard.push(...marked)));
  return heard;
}

/** Whoever listens is seen by the server, so that a message is not sent before. */
async function untilListening(): Promise<void> {
  await vi.waitFor(async () => {
    const rows = await admin`select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'madinatan listener' and query ilike 'listen%'`;
    expect(rows).toHaveLength(1);
  });
}

describe('whoever follows the tags of pages', () => {
  test('hears of a release', async () => {
    const heard = follow();
    await untilListening();
    const { id } = await aPlace({ isPublished: true });
    await vi.waitFor(() => {
      expect(heard.map(({ tag }) => tag)).toEqual(expect.arrayContaining([recordTag(id), listTag('place')]));
    });
    expect(heard.find(({ tag }) => tag === recordTag(id))?.atMs).toBeGreaterThanOrEqual(NOW.getTime());
  });

  test('hears first of everything that was marked before', async () => {
    const { id } = await aPlace({ isPublished: true });
    const heard = follow();
    await vi.waitFor(() => {
      expect(heard.map(({ tag }) => tag)).toContain(recordTag(id));
    });
  });

  test('reads the table where a message names no tags', async () => {
    const heard = follow();
    await untilListening();
    await admin`insert into cache_tag (tag, at) values ('record:many', now())`;
    await admin`select pg_notify('cache_tags', '{"tags":[]}')`;
    await vi.waitFor(() => {
      expect(heard.map(({ tag }) => tag)).toContain('record:many');
    });
  });

  test('hears what was marked while the connection was lost', async () => {
    const heard = follow();
    await untilListening();
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'madinatan listener'`;
    await admin`insert into cache_tag (tag, at) values ('record:meanwhile', now())`;
    await vi.waitFor(
      () => {
        expect(heard.map(({ tag }) => tag)).toContain('record:meanwhile');
      },
      { timeout: 10_000 },
    );
  });
});
