import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { organisationFacts, organisationText } from '#features/organisations/input.ts';
import { pageFacts, pageText } from '#features/pages/input.ts';
import { partnershipFacts, partnershipText } from '#features/partnerships/input.ts';
import { placeFacts, placeText } from '#features/places/input.ts';
import { programmeFacts, programmeText } from '#features/programmes/input.ts';
import { findClaimProblems } from '#features/records/claims.ts';
import type { KindName } from '#features/records/model.ts';
import { publicPath } from '#features/records/public-path.ts';
import { STANDING_PAGES } from '#features/records/public-pages.ts';
import { flatten } from '#features/records/paths.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { storyFacts, storyText } from '#features/stories/input.ts';
import { themeFacts, themeText } from '#features/themes/input.ts';

interface Row {
  kind: KindName;
  key: string;
  state: string;
  sourceLocale: string;
  facts: Record<string, unknown>;
  texts: Record<string, Record<string, unknown>>;
}

interface Shape {
  file: string;
  facts: z.ZodObject;
  text: z.ZodObject;
  claimBearing: readonly string[];
}

const SHAPES: Record<KindName, Shape> = {
  theme: { file: 'themes', facts: themeFacts, text: themeText, claimBearing: [] },
  place: { file: 'places', facts: placeFacts, text: placeText, claimBearing: ['population'] },
  organisation: { file: 'organisations', facts: organisationFacts, text: organisationText, claimBearing: [] },
  programme: { file: 'programmes', facts: programmeFacts, text: programmeText, claimBearing: ['startedOn', 'endedOn'] },
  partnership: {
    file: 'partnerships',
    facts: partnershipFacts,
    text: partnershipText,
    claimBearing: ['type', 'parties', 'agreements', 'decisions', 'milestones', 'projects'],
  },
  story: { file: 'stories', facts: storyFacts, text: storyText, claimBearing: [] },
  page: { file: 'pages', facts: pageFacts, text: pageText, claimBearing: [] },
};

const KIND_OF_REFERENCE = /^(?:wikidata|theme|organisation|programme|seed|story):/u;

const rows = Object.values(SHAPES).flatMap(({ file }) => readRows(file));
const idOf = new Map(rows.map((row, index) => [row.key, `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`]));

/** The seed files hold rows; what each row is worth is what the tests below ask. */
function readRows(file: string): Row[] {
  return JSON.parse(readFileSync(new URL(`${file}.json`, import.meta.url), 'utf8')) as Row[];
}

/** All strings of a value, with the key each stands under. */
function stringsOf(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, key));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => stringsOf(inner, name));
}

function textsOf(row: Row): { key: string; text: string }[] {
  return stringsOf(row.texts);
}

function itemIds(facts: Record<string, unknown>, list: string): unknown[] {
  const items = facts[list];
  return Array.isArray(items) ? items.map((item: unknown) => (isPlainObject(item) ? item['id'] : null)) : [];
}

/** The facts as the importer hands them on: keys of other rows are ids. */
function withIds(facts: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
    typeof value === 'string' && KIND_OF_REFERENCE.test(value) ? idOf.get(value) : value,
  );
}

describe('the seed', () => {
  test('has no key and no address twice', () => {
    expect(idOf.size).toBe(rows.length);
    const slugs = rows.map((row) => `${row.kind} ${String(row.facts['slug'])}`);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('refers to rows that exist', () => {
    const references = rows.flatMap((row) => stringsOf(row.facts)).filter(({ text }) => KIND_OF_REFERENCE.test(text));
    expect(references.length).toBeGreaterThan(30);
    for (const { text } of references) expect(idOf.has(text), text).toBe(true);
  });

  test('links inside its texts lead to its own pages', () => {
    const own = rows.map((row) => publicPath(row.kind, String(row.facts['slug'])));
    const pages = new Set<string>([...own, ...STANDING_PAGES]);
    const links = rows.flatMap(textsOf).filter(({ key, text }) => key === 'href' && text.startsWith('/'));
    expect(links.length).toBeGreaterThan(20);
    for (const { text } of links) expect(pages.has(text), text).toBe(true);
  });
});

describe.each(rows)('$key', (row) => {
  const shape = SHAPES[row.kind];

  test('its facts and texts pass the strict schemas', () => {
    expect(shape.facts.safeParse(withIds(row.facts)).error?.issues ?? []).toEqual([]);
    for (const text of Object.values(row.texts)) expect(shape.text.safeParse(text).error?.issues ?? []).toEqual([]);
  });

  test('is in Arabic first, and in the other languages unless it is a story', () => {
    expect(row.sourceLocale).toBe('ar');
    expect(Object.keys(row.texts)).toEqual(row.kind === 'story' ? ['ar'] : ['ar', 'de', 'en']);
  });

  test('each claim-bearing fact has a claim, each claim a source and a fact', () => {
    expect(findClaimProblems(row.facts, shape.claimBearing)).toEqual([]);
    const known = [...flatten(row.facts).keys()];
    for (const { key, text } of stringsOf(row.facts['claims'])) {
      if (key === 'path')
        expect(
          known.some((path) => `${path}.`.startsWith(`${text}.`)),
          text,
        ).toBe(true);
      if (key === 'side') expect(itemIds(row.facts, 'parties')).toContain(text);
    }
  });

  test('its texts speak of items and sources that the facts have', () => {
    for (const [locale, text] of Object.entries(row.texts)) {
      for (const list of ['parties', 'agreements', 'decisions', 'milestones', 'projects']) {
        const labels = text[list];
        if (!isPlainObject(labels)) continue;
        for (const id of Object.keys(labels)) expect(itemIds(row.facts, list), `${locale} ${list}`).toContain(id);
      }
    }
    const notes = textsOf(row).filter(({ key }) => key === 'sourceId');
    for (const { text } of notes) expect(itemIds(row.facts, 'sources')).toContain(text);
  });

  test('is written in NFC, without direction controls and tatweel', () => {
    for (const { text } of [...stringsOf(row.facts), ...textsOf(row)]) {
      expect(text, text).not.toMatch(/[\u0640\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u);
      expect(text).toBe(text.normalize('NFC'));
      expect(text.isWellFormed()).toBe(true);
    }
  });

  test('its Arabic texts use Arabic punctuation', () => {
    for (const { key, text } of stringsOf(row.texts['ar'])) {
      if (key === 'href' || !/\p{Script=Arabic}/u.test(text)) continue;
      expect(text).not.toMatch(/[,;?]|\s[،؛؟]/u);
    }
  });
});

describe('a partnership of the seed', () => {
  const goalsOf = new Map(rows.map((row) => [row.key, row.facts['sdgs']]));

  test.each(rows.filter((row) => row.kind === 'partnership'))('$key serves the goals of its themes', ({ facts }) => {
    const themes = Array.isArray(facts['themes']) ? facts['themes'] : [];
    const goals = new Set(themes.flatMap((theme: unknown) => goalsOf.get(String(theme))));
    expect(facts['sdgs']).toEqual([...goals].toSorted((a, b) => Number(a) - Number(b)));
  });

  test('keeps what sources disagree on', () => {
    const claims = rows.flatMap((row) => (Array.isArray(row.facts['claims']) ? row.facts['claims'] : []));
    const refused: unknown[] = claims.filter((claim: unknown) => isPlainObject(claim) && claim['accepted'] === false);
    expect(refused).toMatchObject([
      { path: 'milestones.m2.date', value: '2012' },
      { path: 'type', value: 'project', side: 'dortmund' },
      { path: 'type', value: 'twinning', sourceId: 'kdka' },
    ]);
  });
});
