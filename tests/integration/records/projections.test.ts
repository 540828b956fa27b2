import { describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import type { Content, KindName } from '#features/records/model.ts';
import { callBy, NOW } from '#tests/support/calls.ts';
import { factsOf, paragraph, partnershipFacts, SOURCES } from '#tests/support/contents.ts';
import { LOCALES } from '#i18n/locales.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord, publish } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

/** Every row that the public can read of a record, by table, without the columns that all rows share. */
async function publicRows(id: string): Promise<Record<string, Content[]>> {
  const owners = await admin<{ table: string; column: string }[]>`
    select c.relname as table, a.attname as column from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and has_table_privilege('madinatan_public', c.oid, 'select')
      and c.relname not in ('address', 'release_log')`;
  const found: Record<string, Content[]> = {};
  for (const { table, column } of owners) {
    const rows = await admin.unsafe<Content[]>(
      `select to_jsonb(t) - '{published_at,${column}}'::text[] as row from ${table} t where ${column} = '${id}' order by 1`,
    );
    if (rows.length > 0) found[table] = rows.map(({ row }) => row as Content);
  }
  return found;
}

async function aPublished(kind: KindName, facts: Content, text: Content) {
  const raw = { kind, sourceLocale: 'ar', units: { facts, ar: text } };
  const created = await runCommand(createRecord, raw, callBy());
  await publish(created.id, { facts: 1, ar: 1 });
  return created;
}

const text = { locale: 'ar', lead: null, body: null, labels: {} };

describe('what readers see of', () => {
  test('a place', async () => {
    const facts = factsOf('place', 'hamburg', {
      latitude: 53.55,
      longitude: 10,
      wikidata: 'Q1055',
      population: [{ id: 'p1', value: 1_739_117, year: 2017, sourceId: 's1' }],
      sources: SOURCES,
    });
    const { id, ref } = await aPublished('place', facts, {
      title: 'الهامبورغ',
      aliases: ['هامبورج'],
      body: paragraph('نص'),
    });
    expect(await publicRows(id)).toEqual({
      place: [
        {
          ref,
          slug: 'hamburg',
          kind: 'city',
          country: 'DE',
          latitude: 53.55,
          longitude: 10,
          wikidata: 'Q1055',
          geonames: null,
          unlocode: null,
          nuts: null,
          source_locale: 'ar',
        },
      ],
      place_text: [{ ...text, title: 'الهامبورغ', aliases: ['هامبورج'], sort_key: 'هامبورغ', body: paragraph('نص') }],
      place_name: LOCALES.map((locale) => ({
        locale,
        title: 'الهامبورغ',
        text_locale: 'ar',
        sort_key: 'هامبورغ',
        letter: 'ه',
      })),
      place_population: [
        { id: 'p1', position: 0, value: 1_739_117, approximate: false, year: 2017, area: null, source_id: 's1' },
      ],
      source: [expect.objectContaining({ id: 's1', position: 0, publisher: 'Senatskanzlei Hamburg' }) as unknown],
    });
  });

  test('an organisation', async () => {
    const place = await aPlace({ isPublished: true });
    const facts = factsOf('organisation', 'iurc', { country: 'BE', place: place.id, website: 'https://www.iurc.eu' });
    const { id, ref } = await aPublished('organisation', facts, { title: 'الشبكة' });
    expect(await publicRows(id)).toEqual({
      organisation: [
        {
          ref,
          slug: 'iurc',
          kind: 'network',
          country: 'BE',
          place_id: place.id,
          website: 'https://www.iurc.eu',
          wikidata: null,
          source_locale: 'ar',
        },
      ],
      organisation_text: [{ ...text, title: 'الشبكة', aliases: [], sort_key: 'شبكة' }],
    });
  });

  test('a programme', async () => {
    const organisation = await aRecord('organisation', { isPublished: true });
    const facts = factsOf('programme', 'world-cities', {
      organisation: organisation.id,
      startedOn: '2016',
      sources: SOURCES,
      claims: [{ id: 'c1', path: 'startedOn', sourceId: 's1', accepted: true }],
    });
    const { id, ref } = await aPublished('programme', facts, { title: 'مدن العالم', abbreviation: 'WC' });
    const rows = await publicRows(id);
    expect(rows['programme']).toEqual([
      {
        ref,
        slug: 'world-cities',
        website: null,
        organisation_id: organisation.id,
        started_on: '2016',
        ended_on: null,
        source_locale: 'ar',
      },
    ]);
    expect(rows['programme_text']).toEqual([{ ...text, title: 'مدن العالم', abbreviation: 'WC' }]);
    expect(rows['claim']).toMatchObject([{ id: 'c1', path: 'startedOn', field: null, accepted: true, value: null }]);
  });

  test('a theme', async () => {
    const { id, ref } = await aPublished('theme', factsOf('theme', 'water', { sdgs: [6, 14] }), { title: 'المياه' });
    expect(await publicRows(id)).toEqual({
      theme: [{ ref, slug: 'water', sdgs: [6, 14], source_locale: 'ar' }],
      theme_text: [{ ...text, title: 'المياه' }],
    });
  });

  test('a story', async () => {
    const [place, theme] = [await aPlace({ isPublished: true }), await aRecord('theme', { isPublished: true })];
    const facts = factsOf('story', 'change', { publishedOn: '2026-11-01', related: [theme.id, place.id] });
    const { id, ref } = await aPublished('story', facts, { title: 'التغيير', lead: 'مقدمة', body: paragraph('نص') });
    expect(await publicRows(id)).toEqual({
      story: [{ ref, slug: 'change', published_on: '2026-11-01', source_locale: 'ar' }],
      story_text: [{ ...text, title: 'التغيير', lead: 'مقدمة', body: paragraph('نص') }],
      story_link: [
        { target_id: theme.id, target_kind: 'theme', position: 0 },
        { target_id: place.id, target_kind: 'place', position: 1 },
      ],
    });
  });

  test('a partnership: every list in its order, conflicts kept, labels beside the text', async () => {
    const organisation = await aRecord('organisation', { isPublished: true });
    const [theme, programme] = [
      await aRecord('theme', { isPublished: true }),
      await aRecord('programme', { isPublished: true }),
    ];
    const place = await aPlace({ isPublished: true });
    const claims = [
      { id: 'c1', path: 'type', sourceId: 's1', accepted: true },
      { id: 'c2', path: 'parties', sourceId: 's1', accepted: true },
      { id: 'c3', path: 'agreements.a1.signedOn', value: '2012', sourceId: 's1', side: 'p2', accepted: false },
    ];
    const facts = partnershipFacts([], {
      slug: 'hamburg-busan-full',
      parties: [
        { id: 'p1', place: place.id, role: 'lead' },
        { id: 'p2', organisation: organisation.id, ownType: 'port' },
      ],
      themes: [theme.id],
      programmes: [programme.id],
      sdgs: [11],
      agreements: [
        { id: 'a2', kind: 'renewal', signedOn: '2024', renews: 'a1', sourceId: 's1' },
        { id: 'a1', kind: 'declaration', signedOn: '2010', openEnded: true, sourceId: 's1' },
      ],
      decisions: [{ id: 'd1', status: 'active', decidedOn: '2024-05', sourceId: 's1' }],
      milestones: [{ id: 'm1', kind: 'visit', date: '2023-05-04', sourceId: 's1' }],
      projects: [{ id: 'x1', startedOn: '2023', sourceId: 's1' }],
      claims,
    });
    const labels = { milestones: { m1: { title: 'زيارة' } }, projects: { x1: { title: 'مشروع' } } };
    const { id, ref } = await aPublished('partnership', facts, { title: 'شراكة', ...labels });
    const rows = await publicRows(id);
    expect(rows['partnership']).toEqual([
      { ref, slug: 'hamburg-busan-full', type: 'cooperation', since: '2010', sdgs: [11], source_locale: 'ar' },
    ]);
    expect(rows['partnership_text']).toEqual([{ ...text, title: 'شراكة', labels }]);
    const byPosition = (table: string) =>
      (rows[table] ?? []).toSorted((one, other) => Number(one['position']) - Number(other['position']));
    expect(byPosition('partnership_party')).toMatchObject([
      { id: 'p1', place_id: place.id, organisation_id: null, role: 'lead' },
      { id: 'p2', place_id: null, organisation_id: organisation.id, own_type: 'port' },
    ]);
    expect(byPosition('agreement')).toMatchObject([
      { id: 'a2', renews: 'a1', open_ended: false },
      { id: 'a1', signed_on: '2010', open_ended: true },
    ]);
    expect(byPosition('decision')).toMatchObject([{ id: 'd1', status: 'active', decided_on: '2024-05' }]);
    expect(byPosition('milestone')).toMatchObject([{ id: 'm1', kind: 'visit', date: '2023-05-04' }]);
    expect(byPosition('project')).toMatchObject([{ id: 'x1', started_on: '2023' }]);
    expect(rows['partnership_theme']).toEqual([{ theme_id: theme.id, position: 0 }]);
    expect(rows['partnership_programme']).toEqual([{ programme_id: programme.id, position: 0 }]);
    expect(rows['claim']).toContainEqual(
      expect.objectContaining({ id: 'c3', path: 'agreements.a1', field: 'signedOn', value: '2012', side: 'p2' }),
    );
  });
});

describe('released again', () => {
  test('what is gone from the record is gone for readers, and the moment is the newest', async () => {
    const { id, places } = await aPartnership({
      facts: { sdgs: [1], milestones: [{ id: 'm1', kind: 'visit', date: '2023', sourceId: 's1' }] },
      isPublished: true,
    });
    const later = new Date(NOW.getTime() + 60_000);
    const content = partnershipFacts(places, { slug: 'released-again', agreements: [] });
    await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
    await publish(id, { facts: 2 }, callBy(undefined, { now: later }));
    const rows = await publicRows(id);
    expect(rows['partnership']).toMatchObject([{ slug: 'released-again', sdgs: [], since: null }]);
    expect(rows['milestone']).toBeUndefined();
    expect(rows['agreement']).toBeUndefined();
    const [row] = await admin`select published_at as at from partnership where id = ${id}`;
    expect(row).toEqual({ at: later });
  });
});

describe('withdrawn', () => {
  test.each(['place', 'organisation', 'programme', 'theme', 'story', 'partnership'] as const)(
    'a %s leaves no row that the public can read',
    async (kind) => {
      const { id } =
        kind === 'partnership' ? await aPartnership({ isPublished: true }) : await aRecord(kind, { isPublished: true });
      expect(Object.keys(await publicRows(id))).toEqual(expect.arrayContaining([kind, `${kind}_text`]));
      await runCommand(unpublishUnits, { record: id, scopes: ['facts'] }, callBy());
      expect(await publicRows(id)).toEqual({});
    },
  );
});
