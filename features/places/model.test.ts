import { describe, expect, it } from 'vitest';
import { letterOf } from './model.ts';

describe('the letter of a name', () => {
  it.each([
    ['إزمير', 'ا'],
    ['أغادير', 'ا'],
    ['آخن', 'ا'],
    ['بريمن', 'ب'],
    ['İzmir', 'I'],
    ['Ürzig', 'U'],
    ['bremen', 'B'],
    ['’s-Hertogenbosch', '#'],
    ['', '#'],
  ])('of %s is %s', (name, letter) => {
    expect(letterOf(name)).toBe(letter);
  });
});
