import { expect, test } from 'vitest';
import { bibtexOf } from './cite.ts';

const CITED = {
  title: 'هامبورغ وبوسان',
  ref: 'P-101',
  version: 3,
  day: '2026-11-26',
  url: 'https://example.org/r/P-101',
};

test('an entry names the record, its version and its permanent address', () => {
  expect(bibtexOf(CITED)).toBe(`@misc{madinatan-P-101-v3,
  title = {{هامبورغ وبوسان}},
  author = {{Madinatan}},
  year = {2026},
  note = {P-101, version 3 of 2026-11-26},
  url = {https://example.org/r/P-101},
}`);
});

test('a title cannot end its field', () => {
  const title = String.raw`A}, evil = {B\end` + '\n{C';
  const line = bibtexOf({ ...CITED, title }).split('\n')[1];
  expect(line).toBe('  title = {{A , evil = B end C}},');
});
