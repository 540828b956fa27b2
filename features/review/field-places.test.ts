import { expect, test } from 'vitest';
import { controlOfPath, pathOfControl } from './field-places.ts';

const controls = [
  ['content.title', 'x'],
  ['content.agreements.0.id', 'a7'],
  ['content.agreements.0.note', 'x'],
  ['content.agreements.3.id', 'a9'],
] as const;
const valueOf = (name: string) => controls.find(([known]) => known === name)?.[1];

test.each([
  ['content.title', 'title'],
  ['content.agreements.0.note', 'agreements.a7.note'],
  ['content.agreements.3.signedOn', 'agreements.a9.signedOn'],
  ['content.milestones.m1.title', 'milestones.m1.title'],
])('%s stands for %s, there and back', (name, path) => {
  expect(pathOfControl(name, valueOf)).toBe(path);
  expect(controlOfPath(path, controls)).toBe(name);
});

test('controls that are no field stand for nothing', () => {
  for (const name of [
    'submitKey',
    'content.agreements.0.id',
    'content.agreements.0.remove',
    'content.agreements.9.note',
  ]) {
    expect(pathOfControl(name, valueOf)).toBeNull();
  }
});
