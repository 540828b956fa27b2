import { expect, test } from 'vitest';
import { KINDS } from '#features/kinds/all.ts';
import { describeFields } from './describe-fields.ts';
import { findReferences, replaceReferences } from './references.ts';

const fields = describeFields(KINDS.partnership.facts);
const facts = {
  slug: 'hamburg-busan',
  parties: [{ id: 'p1', place: 'hamburg' }, { id: 'p2', organisation: 'iurc' }, 'broken'],
  themes: ['climate', 7],
  claims: [{ id: 'c1', path: 'type', sourceId: 's1' }],
};

test('every pointer is found, with its place and what it may point to', () => {
  expect(findReferences(fields, facts)).toEqual([
    { path: 'parties.p1.place', target: 'hamburg', to: ['place'] },
    { path: 'parties.p2.organisation', target: 'iurc', to: ['organisation'] },
    { path: 'themes', target: 'climate', to: ['theme'] },
  ]);
});

test('pointers are replaced, everything else stays', () => {
  const ids = new Map([
    ['hamburg', 'id-1'],
    ['climate', 'id-2'],
  ]);
  expect(replaceReferences(fields, facts, (name) => ids.get(name) ?? null)).toEqual({
    ...facts,
    parties: [{ id: 'p1', place: 'id-1' }, { id: 'p2', organisation: 'iurc' }, 'broken'],
    themes: ['id-2', 7],
  });
});
