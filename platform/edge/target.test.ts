import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTarget } from './target.ts';

const HOST = 'localhost:3000';

describe('an address that means one thing', () => {
  it.each([
    ['/', '/', ''],
    ['/places/hamburg', '/places/hamburg', ''],
    ['/places/', '/places/', ''],
    ['/places?q=%2F..%2F&x=//', '/places', '?q=%2F..%2F&x=//'],
    ['/places?', '/places', '?'],
    ['/places#part', '/places', ''],
    ['/places?a=1#part', '/places', '?a=1'],
    ['/%70laces', '/places', ''],
    ['/%d9%85%D8%AF', '/%D9%85%D8%AF', ''],
    ['/a%20b', '/a%20b', ''],
    ['/a+b', '/a+b', ''],
    ['/a%2Bb', '/a+b', ''],
    ["/~a!$&'()*,;=:@", "/~a!$&'()*,;=:@", ''],
    ['/%24%26%2C%3A%3B%3D%40', '/$&,:;=@', ''],
    ['/a%3Fb', '/a%3Fb', ''],
    ['/a%23b', '/a%23b', ''],
    ['/a%25b', '/a%25b', ''],
    ['/%252e%252e', '/%252e%252e', ''],
    ['/...', '/...', ''],
    ['/.well-known/x', '/.well-known/x', ''],
    ['/_next/static/a.css', '/_next/static/a.css', ''],
    [`http://${HOST}/places?x`, '/places', '?x'],
    [`HTTP://LOCALHOST:3000`, '/', ''],
    [`https://${HOST}?x=1`, '/', '?x=1'],
  ])('%s', (url, path, search) => {
    expect(readTarget(url, HOST)).toEqual({ path, search });
  });
});

describe('an address that could mean two things', () => {
  it.each([
    ['', 'nothing'],
    ['*', 'all of the server'],
    ['places', 'no slash'],
    ['//evil.example', 'another host'],
    ['/a//b', 'a double slash'],
    ['/a/../b', 'a way up'],
    ['/..', 'a way up'],
    ['/a/.', 'a dot'],
    ['/./a', 'a dot'],
    ['/%2e%2e/a', 'an escaped way up'],
    ['/a/%2E', 'an escaped dot'],
    ['/a/.%2e/b', 'half an escaped way up'],
    ['/a%2Fb', 'an escaped slash'],
    ['/a%2fb', 'an escaped slash'],
    ['/a%5Cb', 'an escaped backslash'],
    ['/a%5cb', 'an escaped backslash'],
    ['/a\\b', 'a backslash'],
    ['/a%00', 'an end of text'],
    ['/%ff', 'no UTF-8'],
    ['/%c0%ae%c0%ae/', 'a dot written too long'],
    ['/%ed%a0%80', 'half a sign'],
    ['/%', 'half an escape'],
    ['/%zz', 'no escape'],
    ['/a b', 'a space'],
    ['/مدن', 'signs that are not escaped'],
    ['/a\tb', 'a tab'],
    ['/a|b', 'a sign that no address has'],
    ['http://evil.example/places', 'another host'],
    ['http://localhost:3000@evil.example/', 'another host'],
    ['http://user@localhost:3000/', 'a sender with a name'],
    ['http:///places', 'no host'],
    ['ftp://localhost:3000/places', 'another protocol'],
    [`http://${HOST}//places`, 'a double slash'],
    [`/${'a'.repeat(2048)}`, 'more than an address may have'],
  ])('%s is refused: %s', (url) => {
    expect(readTarget(url, HOST)).toBeNull();
  });

  it('is refused in the whole form where the request names no host', () => {
    expect(readTarget('http:///', '')).toBeNull();
  });
});

describe('the one form of an address', () => {
  const part = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => !/[/\\\0]|^\.{1,2}$/u.test(text));

  it('is its own form, and the same for each way to write it', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        fc.pre(parts.every((text) => text.isWellFormed()));
        const escaped = `/${parts.map((text) => encodeURIComponent(text)).join('/')}`;
        const all = `/${parts.map((text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')).join('/')}`;
        const target = readTarget(escaped, HOST);
        expect(target).not.toBeNull();
        expect(readTarget(all, HOST)).toEqual(target);
        expect(readTarget(target?.path ?? '', HOST)).toEqual(target);
      }),
    );
  });

  it('never leads out of its own path, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '.', '%', '2', 'e', 'f', '5', 'c', 'a', '\\', '?') }),
        (rest) => {
          const target = readTarget(`/${rest}`, HOST);
          if (target === null) return;
          expect(new URL(target.path, 'http://site').pathname).toBe(target.path);
          expect(target.path).not.toMatch(/\/\//u);
        },
      ),
    );
  });
});
