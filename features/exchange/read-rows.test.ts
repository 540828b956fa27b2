import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from './internal/json-fault.ts';
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX } from './model.ts';
import { readRows } from './read-rows.ts';

function read(text: string) {
  return readRows(new TextEncoder().encode(text));
}

describe('a file that is no import', () => {
  test.each([
    ['nothing', '', 'notJson', 1, 1],
    ['an object that ends too early', '[{"kind": "place"', 'notJson', 1, 18],
    ['a comma too many', '[\n  {"kind": "place",}\n]', 'notJson', 2, 20],
    ['a comma too few', '[\r\n{"a": 1}\r\n{"b": 2}]', 'notJson', 3, 1],
    ['a word', '[\n\n  place\n]', 'notJson', 3, 3],
    ['single quotes', "[{'kind': 1}]", 'notJson', 1, 3],
    ['a line break in a text', '[{"a": "one\ntwo"}]', 'notJson', 1, 12],
    ['a broken escape', String.raw`["\x"]`, 'notJson', 1, 3],
    ['a number with a leading zero', '[01]', 'notJson', 1, 3],
    ['something after the end', '[] x', 'notJson', 1, 4],
    ['a name twice', '[\n {"key": "a",\n  "key": "b"}]', 'keyTwice', 3, 3],
    ['a name twice, once in escapes', String.raw`[{"key": 1, "k\u0065y": 2}]`, 'keyTwice', 1, 13],
    ['a hundred thousand levels', '['.repeat(100_000), 'tooDeep', 1, 65],
  ])('%s, with line and column', (_name, text, reason, line, column) => {
    expect(read(text)).toMatchObject({ fault: { reason, params: { line, column } } });
  });

  test.each([
    ['an object', '{"kind": "place"}', 'notList'],
    ['a text', '"place"', 'notList'],
    ['an empty list', '[]', 'empty'],
  ])('%s', (_name, text, reason) => {
    expect(read(text)).toEqual({ fault: { reason } });
  });

  test('another encoding, a file too large, a list too long', () => {
    expect(readRows(Uint8Array.from([0x5b, 0x22, 0xe4, 0x22, 0x5d]))).toEqual({ fault: { reason: 'notUtf8' } });
    expect(readRows(new Uint8Array(IMPORT_BYTES_MAX + 1))).toEqual({
      fault: { reason: 'bytesTooMany', params: { max: 16 } },
    });
    const tooMany = `[${Array.from({ length: IMPORT_ROWS_MAX + 1 }, () => '1').join(',')}]`;
    expect(read(tooMany)).toEqual({ fault: { reason: 'rowsTooMany', params: { max: IMPORT_ROWS_MAX } } });
  });
});

describe('a file that is one', () => {
  test('may begin with a byte order mark', () => {
    expect(read('\uFEFF[{"kind": "place"}]')).toEqual({ rows: [{ kind: 'place' }] });
  });

  test('keeps names of the language as names', () => {
    const answer = read('[{"__proto__": {"a": 1}, "constructor": 2}]');
    const [row] = 'rows' in answer ? answer.rows : [];
    expect(Object.keys(row as object)).toEqual(['__proto__', 'constructor']);
  });
});

describe('findJsonFault', () => {
  test('finds nothing in what can be parsed', () => {
    fc.assert(
      fc.property(
        fc.json({ noUnicodeString: false, maxDepth: 5 }),
        fc.constantFrom(undefined, 1, '\t'),
        (text, indent) => {
          expect(findJsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('finds something exactly where parsing fails or would lose a name', () => {
    const signs = fc.string({ maxLength: 12, unit: fc.constantFrom(...'[]{},:"\\ae10.- \n', 'true', 'null', '"k":') });
    fc.assert(
      fc.property(signs, (text) => {
        const fault = findJsonFault(text);
        if (fault?.reason === 'keyTwice') return;
        const parse = (): unknown => JSON.parse(text);
        if (fault === null) expect(parse).not.toThrow();
        else expect(parse).toThrow(SyntaxError);
      }),
      { numRuns: 20_000 },
    );
  });

  test('reads long texts', () => {
    expect(findJsonFault(`["${'a'.repeat(5_000_000)}", "${String.raw`\n`.repeat(1_000_000)}"]`)).toBeNull();
  });
});
