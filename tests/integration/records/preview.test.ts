import { beforeAll, describe, expect, test, vi } from 'vitest';
import { publicDb } from '#db/client.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { findPublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import { findPublishedPlace } from '#features/places/queries/find-published-place.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { endPreviewLink } from '#features/records/commands/end-preview-link.ts';
import { makePreviewLink } from '#features/records/commands/make-preview-link.ts';
import { openPreviewLink } from '#features/records/commands/open-preview-link.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import type { DraftReader } from '#features/records/queries/find-draft-page.ts';
import { findDraftPage } from '#features/records/queries/find-draft-page.ts';
import { findPreviewLink } from '#features/records/queries/find-preview-link.ts';
import { listPreviewLinks } from '#features/records/queries/list-preview-links.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { callBy, NOW, somebody, SYSTEM } from '#tests/support/calls.ts';
import { partnershipFacts } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

vi.hoisted(() => vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two letters'));

const database = useTestDatabase();
const { fingerprint } = lookInto(database);

/** What a page of a place would ask. */
async function placeSeen(reader: DraftReader, locale: 'ar' | 'de' | 'en' = 'ar') {
  return findDraftPage(reader, { now: NOW, draw: async ({ slug }) => findPublishedPlace(slug, locale) });
}

const asStaff = (ref: string): DraftReader => ({ actor: SYSTEM, ref });

describe('a preview', () => {
  test('shows what was never public as the page would, and leaves nothing behind', async () => {
    const { ref } = await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } });
    const before = await fingerprint();
    const found = await placeSeen(asStaff(ref), 'de');
    expect(found).toMatchObject({ kind: 'place', page: { title: 'Hafen', textLocale: 'de' }, endsAt: null });
    expect(found?.parts.map(({ scope, shown }) => [scope, shown])).toEqual([
      ['facts', 'draft'],
      ['ar', 'draft'],
      ['de', 'draft'],
      ['en', 'nothing'],
    ]);
    expect(await fingerprint()).toBe(before);
    const marks = await database.admin`select 1 from cache_tag`;
    await placeSeen(asStaff(ref));
    expect(await database.admin`select 1 from cache_tag`).toHaveLength(marks.length);
  });

  test('shows the newer draft of what is public, while readers see what was released', async () => {
    const { id, ref } = await aPlace({ slug: 'older-harbour', isPublished: true });
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'أحدث' } }, callBy());
    const seenMeanwhile: unknown[] = [];
    const found = await findDraftPage(asStaff(ref), {
      now: NOW,
      draw: async ({ slug }) => {
        const page = await findPublishedPlace(slug, 'ar');
        const [row] = await database.admin`select title from place_text where place_id = ${id}`;
        seenMeanwhile.push(row?.['title']);
        return page;
      },
    });
    expect(found?.page).toMatchObject({ title: 'أحدث' });
    expect(seenMeanwhile).not.toContain('أحدث');
    expect(await findPublishedPlace('older-harbour', 'ar')).not.toMatchObject({ title: 'أحدث' });
  });

  test('is seen by who draws it alone: whoever asks at the same time sees what is public', async () => {
    const { ref } = await aPlace({ slug: 'not-public-yet' });
    const outside = await findDraftPage(asStaff(ref), {
      now: NOW,
      draw: async () => {
        const inside = await findPublishedPlace('not-public-yet', 'ar');
        expect(inside).not.toBeNull();
        return inside;
      },
    });
    expect(outside?.page).not.toBeNull();
    expect(await findPublishedPlace('not-public-yet', 'ar')).toBeNull();
    await expect(publicDb().execute('select 1 from job')).rejects.toThrow();
  });

  test('of a partnership of two cities that are drafts themselves shows them as well', async () => {
    const one = await aPlace();
    const other = await aPlace();
    const facts = partnershipFacts([one.id, other.id], { slug: 'of-two-drafts' });
    const raw = { kind: 'partnership', sourceLocale: 'ar', units: { facts, ar: { title: 'شراكة' } } };
    const { ref } = await runCommand(createRecord, raw, callBy());
    const found = await findDraftPage(asStaff(ref), {
      now: NOW,
      draw: async ({ slug }) => findPublishedPartnership(slug, 'ar'),
    });
    expect(found?.page?.parties).toHaveLength(2);
    expect(await findPublishedPartnership('of-two-drafts', 'ar')).toBeNull();
  });

  test('leaves out what is incomplete and names it', async () => {
    const { id, ref } = await aPartnership({ isPublished: true });
    const [row] = await database.admin<{ content: Record<string, unknown> }[]>`
      select content from unit where record_id = ${id} and scope = 'facts'`;
    const content = { ...row?.content, milestones: [{ id: 'm1' }] };
    await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
    const found = await findDraftPage(asStaff(ref), {
      now: NOW,
      draw: async ({ slug }) => findPublishedPartnership(slug, 'ar'),
    });
    expect(found?.page).not.toBeNull();
    expect(found?.parts[0]?.left.map(({ path }) => path)).toContain('facts.milestones.0.kind');
  });

  test('says what is missing where there is no page yet', async () => {
    const raw = { kind: 'place', sourceLocale: 'ar', units: { ar: { title: 'مدينة' } } };
    const { ref } = await runCommand(createRecord, raw, callBy());
    const before = await fingerprint();
    const found = await placeSeen(asStaff(ref));
    expect(found).toMatchObject({ page: null, missing: expect.arrayContaining([]) as unknown });
    expect(found?.missing.every(({ path }) => path.startsWith('facts.'))).toBe(true);
    expect(found?.missing.length).toBeGreaterThan(0);
    expect(await fingerprint()).toBe(before);
  });

  test.each(['organisation', 'programme', 'theme', 'story', 'page'] as const)('there is one of a %s', async (kind) => {
    const { ref } = await aRecord(kind);
    const found = await findDraftPage(asStaff(ref), { now: NOW, draw: async ({ slug }) => slug });
    expect(found?.missing).toEqual([]);
    expect(found?.page).toEqual(expect.stringContaining(kind));
  });

  test('is for the staff; of what lies in the trash, or is nothing, there is none', async () => {
    const { id, ref } = await aPlace();
    await expect(placeSeen({ actor: ANONYMOUS, ref })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await placeSeen(asStaff('C-999999'))).toBeNull();
    await runCommand(trashRecord, { record: id }, callBy());
    expect(await placeSeen(asStaff(ref))).toBeNull();
  });
});

describe('a link to drafts', () => {
  let maker: PersonActor;
  beforeAll(async () => {
    maker = await somebody('translator', 'de');
  });

  async function aLink(record: string, hours = 24): Promise<string> {
    return (await runCommand(makePreviewLink, { record, hours }, callBy(maker))).token;
  }

  test('opens one record, in all its languages, until it ends', async () => {
    const place = await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } });
    const token = await aLink(place.id, 1);
    expect(await placeSeen({ token }, 'de')).toMatchObject({ page: { title: 'Hafen' }, ref: place.ref });
    expect(await placeSeen({ token }, 'ar')).toMatchObject({ page: { title: 'مرفأ' } });
    expect(await findPreviewLink(token, new Date(NOW.getTime() + 3_599_000))).toMatchObject({ state: 'open' });
    expect(await findPreviewLink(token, new Date(NOW.getTime() + 3_600_000))).toMatchObject({ state: 'over' });
    const draw = async () => 'seen';
    expect(await findDraftPage({ token }, { now: new Date(NOW.getTime() + 3_600_000), draw })).toBeNull();
  });

  test('is kept as a hash; one that was made up is refused without asking the database', async () => {
    const { id } = await aPlace();
    const token = await aLink(id);
    const rows = await database.admin`select token_hash from preview_link where record_id = ${id}`;
    expect(JSON.stringify(rows)).not.toContain(token);
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, 'x', '', 'a'.repeat(32), `${token}A`]) {
      expect(await findPreviewLink(wrong, NOW), wrong).toBeNull();
      expect(await placeSeen({ token: wrong })).toBeNull();
    }
  });

  test('that is opened changes nothing but that it is known to have been', async () => {
    const { id } = await aPlace();
    const token = await aLink(id);
    const before = await fingerprint();
    await runCommand(openPreviewLink, { token }, callBy(ANONYMOUS));
    const [row] = await database.admin`select was_opened from preview_link where record_id = ${id}`;
    expect(row).toEqual({ was_opened: true });
    await database.admin`update preview_link set was_opened = false where record_id = ${id}`;
    expect(await fingerprint()).toBe(before);
    await expect(runCommand(openPreviewLink, { token: 'x' }, callBy(ANONYMOUS))).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('that was ended shows nothing any more; the list says so', async () => {
    const { id } = await aPlace();
    const token = await aLink(id);
    const [listed] = await listPreviewLinks(maker, id, NOW);
    expect(listed).toMatchObject({ state: 'open', wasOpened: false, maker: maker.name });
    await runCommand(endPreviewLink, { link: listed?.name }, callBy(maker));
    expect(await placeSeen({ token })).toBeNull();
    expect(await listPreviewLinks(maker, id, NOW)).toMatchObject([{ state: 'ended' }]);
    const again = runCommand(endPreviewLink, { link: listed?.name }, callBy(maker));
    await expect(again).rejects.toMatchObject({ code: 'stateRefused' });
    await expect(listPreviewLinks(ANONYMOUS, id, NOW)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('of somebody else is ended by publishers only', async () => {
    const { id } = await aPlace();
    await aLink(id);
    const [listed] = await listPreviewLinks(maker, id, NOW);
    const end = async (actor: PersonActor) => runCommand(endPreviewLink, { link: listed?.name }, callBy(actor));
    await expect(end(await somebody('editor'))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await end(await somebody('publisher'))).toEqual({ ended: true });
  });
});
