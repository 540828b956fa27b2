import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTL_TAG, LOCALES } from '#i18n/locales.ts';
import { dateFaultOf, readTypedDate, understandDate } from './typed-date.ts';

describe('in digits', () => {
  test.each([
    ['٤/٥/٢٠٢٣', '2023-05-04'],
    ['۴/۵/۲۰۲۳', '2023-05-04'],
    ['٤-٥-٢٠٢٣', '2023-05-04'],
    ['٤ ٫ ٥ ٫ ٢٠٢٣', '2023-05-04'],
    ['4.5.2023', '2023-05-04'],
    ['04. 05. 2023', '2023-05-04'],
    ['2023-5-4', '2023-05-04'],
    ['2023/05/04', '2023-05-04'],
    ['5/2023', '2023-05'],
    ['05.2023', '2023-05'],
    ['1995', '1995'],
    ['٢٠٢٣م', '2023'],
    ['\u200F٢٠٢٣-٠٥', '2023-05'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['5/5/2023', '2023-05-05'],
  ])('%s is %s', (typed, date) => {
    expect(understandDate(typed)).toEqual({ date });
  });

  test('what may be two days is asked', () => {
    const candidates = ['2023-04-03', '2023-03-04'];
    for (const typed of ['03/04/2023', '3-4-2023', ' 3 / 4 / 2023 ']) {
      expect(understandDate(typed), typed).toEqual({ fault: 'dateAmbiguous', candidates });
      expect(readTypedDate(typed)).toBe(typed);
    }
  });
});

describe('in words', () => {
  test.each([
    ['٤ أيار/مايو ٢٠٢٣', '2023-05-04'],
    ['4 أيار 2023', '2023-05-04'],
    ['٤ مَايُو ٢٠٢٣', '2023-05-04'],
    ['في 4 ماي 2023', '2023-05-04'],
    ['كانون الثاني ٢٠٢٤', '2024-01'],
    ['1 كانون الأول 2020', '2020-12-01'],
    ['تشرين الأول 1999', '1999-10'],
    ['15 غشت 2001', '2001-08-15'],
    ['سنة ١٩٨٧', '1987'],
    ['4. Mai 2023', '2023-05-04'],
    ['am 3. März 1989', '1989-03-03'],
    ['Jänner 2020', '2020-01'],
    ['im Jahr 1995', '1995'],
    ['May 2023', '2023-05'],
    ['May 4, 2023', '2023-05-04'],
    ['the 4th of May 2023', '2023-05-04'],
    ['4-May-2023', '2023-05-04'],
    ['Sept. 2011', '2011-09'],
  ])('%s is %s', (typed, date) => {
    expect(understandDate(typed)).toEqual({ date });
  });

  test('whatever a browser writes in any of our languages is read back', () => {
    const days = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31'), noInvalidDate: true });
    const tags = [...LOCALES.map((locale) => INTL_TAG[locale]), 'ar-SY-u-nu-latn', 'ar-EG', 'ar-MA', 'ar-TN'] as const;
    fc.assert(
      fc.property(days, fc.constantFrom(...tags), fc.constantFrom('long', 'short'), (day, tag, month) => {
        const written = day.toLocaleDateString(tag, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' });
        expect(understandDate(written), written).toEqual({ date: day.toISOString().slice(0, 10) });
      }),
    );
  });
});

test.each([
  ['gestern', 'dateUnreadable'],
  ['ربيع 2023', 'dateUnreadable'],
  ['', 'dateUnreadable'],
  ['2023-05-04-06', 'dateUnreadable'],
  ['Mai 2023 Juni 2024', 'dateUnreadable'],
  ['4 5 Mai 2023', 'dateUnreadable'],
  ['12', 'dateUnreadable'],
  ['4.5.23', 'dateYearShort'],
  ['۴٫۵', 'dateYearShort'],
  ['Mai 23', 'dateYearShort'],
  ['1445 هـ', 'dateHijri'],
  ['١٤٤٥هـ', 'dateHijri'],
  ['12 رجب 1445 هجري', 'dateHijri'],
  ['31.2.2023', 'dateImpossible'],
  ['30 شباط 2023', 'dateImpossible'],
  ['13/13/2023', 'dateImpossible'],
  ['٣٠/٠٢/٢٠٢٣', 'dateImpossible'],
])('%j is refused as %s', (typed, fault) => {
  expect(understandDate(typed)).toMatchObject({ fault });
  expect(dateFaultOf(readTypedDate(typed))).toBe(fault);
});

test('only what is stored as a date is none to find fault with', () => {
  expect(['2023', '2023-05', '2023-05-04'].map((text) => dateFaultOf(text))).toEqual([null, null, null]);
  expect(dateFaultOf('4.5.2023')).toBe('dateUnreadable');
});
