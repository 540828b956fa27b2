import { describe, expect, test } from 'vitest';
import { latinSlug, takeFirstFree } from './latin-slug.ts';

describe('an address part from a Latin name', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['İzmir', 'izmir'],
    ['Diyarbakır', 'diyarbakir'],
    ['Gießen', 'giessen'],
    ['Tromsø', 'tromso'],
    ["L'Aquila", 'laquila'],
    ['Washington, D.C.', 'washington-d-c'],
    ['Gəncə', 'gence'],
    ['马桥镇', ''],
  ])('of %s is %s', (name, slug) => {
    expect(latinSlug(name)).toBe(slug);
  });

  test('ends at a whole word where it is too long', () => {
    expect(latinSlug('Saint-Germain-en-Laye and the places around it')).toBe('saint-germain-en-laye-and-the');
  });

  test('is the first that nobody has', () => {
    const taken = new Set(['victoria']);
    expect(takeFirstFree(taken, ['victoria', 'victoria-ca'])).toBe('victoria-ca');
    expect(takeFirstFree(taken, ['victoria', 'victoria-ca', 'victoria-ca-q1'])).toBe('victoria-ca-q1');
  });
});
