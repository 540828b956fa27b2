import { describe, expect, test } from 'vitest';
import { checkMessage, checkPlainText } from './check-message.ts';
import { decodeFile } from './decode-file.ts';
import { findLostFacts } from './pinned-facts.ts';
import { readCatalogue } from './read-catalogue.ts';

const CONTEXT = { locale: 'ar', sourceLocale: 'en' };
const LARGE = 100_000;
const SMALL = LARGE / 5;
/** Five times the text may take so many times as long; a check that squares takes twenty-five times. */
const TIMES_MAX = 15;
/** Less than this is mostly the noise of the machine. */
const FLOOR_MS = 50;

const PARTS: Readonly<Record<string, string>> = {
  letters: 'ا',
  'latin letters': 'a',
  spaces: ' ',
  'space and stop': ' .',
  tatweel: 'ـ',
  'clitic and tatweel': 'بـ ',
  marks: '\u200F',
  openers: '\u2067',
  overrides: '\u202E\u2069',
  digits: '9',
  'grouped digits': '1,000.',
  'at signs': 'a@',
  addresses: 'http://a.b/ ',
  slashes: 'http://',
  'same word': 'من ',
  braces: '{',
  'closing braces': '}',
  arguments: '{a}',
  quotes: "'{",
  tags: '<a>',
  'closed tags': '<a>b</a>',
  entities: '&amp',
  surrogates: '\uD800',
  brackets: '(',
  'list marks': 'أ)',
  commas: ',ا',
  hashes: '#',
  plurals: '{n, plural, one {',
  'whole plurals': '{n, plural, one {a} other {b}}',
  'vowel signs': '\u0651\u064E',
  mojibake: 'Ø§',
  handlers: 'onabc ',
  months: '4 مايو ',
};

describe('no text takes much longer than it is long', () => {
  test.each(Object.entries(PARTS))(
    '%s',
    (_name, part) => {
      const work = (size: number) => {
        const target = part.repeat(Math.ceil(size / part.length));
        checkMessage({ source: 'A text, 12.', target }, CONTEXT);
        checkMessage({ source: target, target: 'نص، 12.' }, CONTEXT);
        checkPlainText({ source: 'A text, 12.', target }, CONTEXT);
        findLostFacts(target, 'نص', { locale: 'ar', sourceLocale: 'ar', names: [{ ar: ['القاهرة'] }] });
      };
      // What waits for the compiler or the collector once does not do so three times.
      const isLinear = () =>
        costOf(() => work(LARGE)) /
          Math.max(
            costOf(() => work(SMALL)),
            FLOOR_MS,
          ) <
        TIMES_MAX;
      expect(isLinear() || isLinear() || isLinear()).toBe(true);
    },
    60_000,
  );
});

/** Time of the processor, which other programs on the machine do not lengthen. */
function costOf(work: () => void): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

test('plurals nested fifty deep are checked, thousands are refused in words', () => {
  const nest = (depth: number) => `${'{n, plural, other {'.repeat(depth)}x${'}}'.repeat(depth)}`;
  const names = (depth: number) =>
    checkMessage({ source: null, target: nest(depth) }, CONTEXT).map(({ check }) => check);
  expect(names(50)).toContain('plural-missing');
  expect(names(2000)).toEqual(['icu-parse']);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'an argument named %s is one like others',
  (name) => {
    expect(checkMessage({ source: `x {${name}}`, target: `س {${name}}` }, CONTEXT)).toEqual([]);
    expect(checkMessage({ source: 'x', target: `س {${name}}` }, CONTEXT).map(({ check }) => check)).toEqual([
      'arg-extra',
    ]);
    expect(
      checkMessage({ source: `{a, select, ${name} {x} other {y}}`, target: '{a, select, other {س}}' }, CONTEXT).map(
        ({ check }) => check,
      ),
    ).toContain('select-missing');
  },
);

describe('what a file hides is found', () => {
  const found = (json: string) => readCatalogue(json).findings.map(({ key, check }) => `${check} ${key}`);

  test.each([
    ['{"a": "x", "a": "y"}', ['key-duplicate a']],
    ['{"a": {"b": "x"}, "a": {"c": "y"}}', ['key-duplicate a']],
    ['{"a": "x", "a.b": "y"}', ['key-collision a']],
    ['{"__proto__": {"b": "x"}}', ['key-reserved __proto__']],
    ['{"a": ["x"]}', ['not-text a']],
    ['{"a": "x"', ['json-syntax ']],
    ['{"a": "x",}', ['json-syntax ']],
    ['{"a": "\\x"}', ['json-syntax ']],
    ['', ['json-syntax ']],
    ['"x"', ['not-text ']],
    [`${'{"a":'.repeat(5000)}1`, ['json-syntax ']],
    ['['.repeat(50_000), ['json-syntax ']],
  ])('%s', (json, findings) => {
    expect(found(json)).toEqual(findings);
  });

  test('nested, dotted and FormatJS shapes are the same catalogue', () => {
    const shapes = [
      '{"Home": {"lead": "b", "title": "a"}}',
      '{"Home.lead": "b", "Home.title": "a"}',
      '{"Home.lead": {"defaultMessage": "b"}, "Home.title": {"defaultMessage": "a", "description": "x"}}',
    ];
    for (const shape of shapes) {
      const { texts, findings } = readCatalogue(shape);
      expect(findings).toEqual([]);
      expect([...texts]).toEqual([
        ['Home.lead', 'b'],
        ['Home.title', 'a'],
      ]);
    }
  });

  test('a file in Windows-1256 is named and not read, a mark at the start is taken off', () => {
    // «شراكة» in Windows-1256.
    const bytes = Uint8Array.from([...Buffer.from('{"a": "'), 0xd4, 0xd1, 0xc7, 0xdf, 0xc9, ...Buffer.from('"}')]);
    expect(decodeFile(bytes)).toEqual({ text: null, fault: { encoding: 'Windows-1256' } });
    expect(decodeFile(Uint8Array.from([0xff, 0xfe, 0x7b, 0]))).toEqual({ text: null, fault: { encoding: 'UTF-16LE' } });
    expect(decodeFile(Buffer.from('\uFEFF{}'))).toEqual({ text: '{}', hasMark: true, fault: null });
    expect(decodeFile(Buffer.from('{"a": "شراكة"}'))).toMatchObject({ text: '{"a": "شراكة"}', hasMark: false });
  });
});

test('a text that is not well formed says so', () => {
  const checks = (target: string) => checkMessage({ source: 'x', target }, CONTEXT).map(({ check }) => check);
  expect(checks('نص \uD800')).toContain('lone-surrogate');
  expect(checks('نص 😀')).toEqual([]);
});
