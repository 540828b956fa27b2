import { describe, expect, it } from 'vitest';
import { findPasswordFault, normalisePassword } from './password-rules.ts';

const owner = { email: 'salma.haddad@example.org', name: 'سلمى حداد' };

describe('a new password', () => {
  it.each([
    'correct horse battery',
    'ميناء قديم ومطر خفيف',
    'Hafen-Möwe-Kaffee-7',
    'x'.repeat(8) + 'abcd9',
    'twelve chars',
    `${'ab1cd2ef3g'.repeat(19)}hijklmnopq`,
  ])('may be %s', (password) => {
    expect(findPasswordFault(password, owner)).toBeNull();
  });

  it('counts characters, not bytes or halves of characters', () => {
    expect(findPasswordFault('🐦🐟🐎🐄🐝🐓🐪🐫🐬🐭🐮', owner)).toEqual({
      reason: 'passwordShort',
      params: { min: 12 },
    });
    expect(findPasswordFault('🐦🐟🐎🐄🐝🐓🐪🐫🐬🐭🐮🐯', owner)).toBeNull();
  });

  it('has twelve characters at least and two hundred at most', () => {
    expect(findPasswordFault('eleven char', owner)).toEqual({ reason: 'passwordShort', params: { min: 12 } });
    expect(findPasswordFault('abcde'.repeat(41), owner)).toEqual({ reason: 'tooLong', params: { max: 200 } });
  });

  it.each([
    ['one of the commonest', 'password1234'],
    ['in capitals', 'PASSWORD1234'],
    ['in disguise', 'P@ssw0rd2026!'],
    ['twice', 'passwordpassword'],
    ['German', 'Willkommen2026'],
    ['Arabic, the name of the site', 'مدينتان123456'],
    ['keys in a row', 'qwertyuiop[]'],
    ['digits in a row', '123456789012'],
    ['letters in a row', 'abcdefghijklmn'],
    ['one character', 'aaaaaaaaaaaa'],
    ['a short pattern', 'abcabcabcabc'],
    ['the e-mail address', 'salma.haddad@example.org'],
    ['with the account name in it', 'my-salma.haddad-2026'],
    ['with the name in it', 'سلمى حداد 2026!'],
  ])('may not be %s', (_name, password) => {
    expect(findPasswordFault(password, owner)).toEqual({ reason: 'passwordCommon' });
  });

  it('is the same however a system composes its letters', () => {
    expect(normalisePassword('Mo\u0308we ﬁx')).toBe(normalisePassword('Möwe fix'));
  });
});
