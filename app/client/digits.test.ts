import { expect, test } from 'vitest';
import { inArabicDigits } from './digits.ts';

test.each([
  ['11 مايو 2023', '١١ مايو ٢٠٢٣'],
  ['8,546 كم', '٨٬٥٤٦ كم'],
  ['1.5 مليون (2021)', '١٫٥ مليون (٢٠٢١)'],
  ['2020–2023، ثم 2024؛', '٢٠٢٠–٢٠٢٣، ثم ٢٠٢٤؛'],
  ['12%', '١٢%'],
])('numbers change (%s)', (text, expected) => expect(inArabicDigits(text)).toBe(expected));

test.each([
  'P-104',
  '2023-05-11',
  '+49 ',
  '1.2.3',
  'https://example.org/2023',
  'Horizon2020',
  '#3',
  'mail@1and1.de',
  'لا أرقام',
])('codes, addresses and texts without numbers stay (%s)', (text) => expect(inArabicDigits(text)).toBe(text));
