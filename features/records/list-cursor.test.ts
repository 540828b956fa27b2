import { expect, test } from 'vitest';
import { readAddress, writeCursor } from './list-cursor.ts';

const ID = '01234567-89ab-cdef-0123-456789abcdef';

test.each([
  ['short', 'ب'],
  ['as long as titles may be', 'ب'.repeat(200)],
  ['in signs of two code units', '𐤀'.repeat(100)],
])('a place in a list is read as it was written: a title %s', (_name, key) => {
  const { readPlace, ignored } = readAddress({ after: writeCursor({ key, id: ID }) });
  expect(readPlace().after).toEqual({ key, id: ID });
  expect(ignored()).toEqual([]);
});

test.each([
  ['nothing that could be read', '!'],
  ['more than any title', writeCursor({ key: 'ب'.repeat(1000), id: ID })],
  ['another form', Buffer.from('{"key":"a"}').toString('base64url')],
  ['no id', writeCursor({ key: 'a', id: 'x' })],
])('what was not written by us is named: %s', (_name, written) => {
  const { readPlace, ignored } = readAddress({ after: written });
  expect(readPlace().after).toBeNull();
  expect(ignored()).toEqual([written]);
});
