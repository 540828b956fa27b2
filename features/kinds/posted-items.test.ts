import { expect, test } from 'vitest';
import { blockOf, controlName, isFilledItem, postedFields, postedItems, withoutBlock } from './posted-items.ts';

const posted = postedFields([
  ['content.slug', 'hamburg-busan'],
  ['content.agreements.0.id', 'a1'],
  ['content.agreements.0.kind', 'declaration'],
  ['content.agreements.0.remove', 'on'],
  ['content.agreements.1.id', 'a2'],
  ['content.agreements.1.signedOn', '  '],
  ['content.agreements.2.id', 'a3'],
  ['content.agreements.2.signedOn', '2023-05-06'],
]);

test('the items of a list come back by their numbers', () => {
  expect(postedItems(posted, 'agreements')).toEqual([0, 1, 2]);
  expect(postedItems(posted, 'milestones')).toEqual([]);
});

test('a problem of the first checked item belongs to the first item that was sent on', () => {
  expect(controlName(posted, 'agreements.0.signedOn')).toBe('content.agreements.2.signedOn');
});

test('paths without a position are the names themselves', () => {
  expect(controlName(posted, 'slug')).toBe('content.slug');
  expect(controlName(posted, 'milestones.m1.title')).toBe('content.milestones.m1.title');
});

test('items that were moved come back in the order that their writer gave them', () => {
  const moved = postedFields([
    ['content.milestones.0.id', 'm1'],
    ['content.milestones.0.position', '1'],
    ['content.milestones.0.date', '2020'],
    ['content.milestones.1.id', 'm2'],
    ['content.milestones.1.position', '0'],
    ['content.milestones.1.date', '2021'],
    ['content.milestones.2.id', 'm3'],
    ['content.milestones.2.position', '2'],
  ]);
  expect(postedItems(moved, 'milestones')).toEqual([1, 0, 2]);
  expect(controlName(moved, 'milestones.0.date')).toBe('content.milestones.1.date');
  expect(isFilledItem(moved, 'content.milestones.2.'), 'a place says nothing').toBe(false);
});

test('a fault in a block of a rich text belongs to its field and names the block', () => {
  const path = 'body.content.3.content.0.text';
  expect(controlName(posted, path)).toBe('content.body');
  expect([blockOf(path), withoutBlock(path)]).toEqual([4, 'body']);
  expect([blockOf('agreements.0.signedOn'), withoutBlock('slug')]).toEqual([null, 'slug']);
});
