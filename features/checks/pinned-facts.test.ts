import { describe, expect, test } from 'vitest';
import { findLostFacts, type NameForms } from './pinned-facts.ts';

const NAMES: NameForms[] = [
  { ar: ['إزمير'], de: ['Izmir'], en: ['Izmir', 'İzmir'] },
  { ar: ['بريمن', 'بريمين'], de: ['Bremen'], en: ['Bremen'] },
  { ar: ['القاهرة'], de: ['Kairo'], en: ['Cairo'] },
  { ar: ['نيويورك'], de: ['New York'], en: ['New York'] },
  { ar: ['يورك'], de: ['York'], en: ['York'] },
  { ar: ['إسن'], de: ['Essen'], en: ['Essen'] },
];

function lost(source: string, target: string, languages = 'en ar'): string[] {
  const [sourceLocale = 'en', locale = 'ar'] = languages.split(' ');
  return findLostFacts(source, target, { sourceLocale, locale, names: NAMES }).map(
    ({ check, wanted }) => `${check} ${wanted}`,
  );
}

describe('nothing is lost', () => {
  test.each([
    ['Signed on 4 May 2023.', 'وُقّعت في 4 مايو 2023.', 'en ar'],
    ['Signed on 4 May 2023.', 'وُقّعت في ٤ أيار ٢٠٢٣.', 'en ar'],
    ['Signed on May 4th, 2023.', 'وُقّعت في ۴ أيّار/مايو ۲۰۲۳.', 'en ar'],
    ['Signed on 12 August 1995.', 'وُقّعت يوم 12 غشت 1995.', 'en ar'],
    ['Signed on 12 January 1995.', 'وُقّعت يوم 12 كانون الثاني 1995.', 'en ar'],
    ['Signed on 12 January 1995.', 'وُقّعت يوم 12 جانفي 1995.', 'en ar'],
    ['Since January 1995.', 'منذ كانون الثاني 1995.', 'en ar'],
    ['Signed on 2023-05-04.', 'Unterzeichnet am 4. Mai 2023.', 'en de'],
    ['Am 04.05.2023.', 'On 4 May 2023.', 'de en'],
    ['وُقّعت في 4 أيار 2023.', 'Unterzeichnet am 4. Mai 2023.', 'ar de'],
    ['1,500 pupils and 12.5 %', '1500 تلميذ و12٫5٪', 'en ar'],
    ['1,500,000 people', '1.500.000 Menschen', 'en de'],
    ['1,500 pupils', '١٬٥٠٠ تلميذ', 'en ar'],
    ['12% of 40', '۱۲ بالمئة من ۴۰', 'en ar'],
    ['one of 2 cities, 3 schools', 'إحدى المدينتين، وثلاث مدارس', 'en ar'],
    ['Bremen and Izmir', 'لبريمن وبإزمير', 'en ar'],
    ['Cairo', 'وللقاهرة', 'en ar'],
    ['New York', 'نيويورك', 'en ar'],
    ['İzmir', 'إزمير', 'en ar'],
    ['Wir essen in Bremen.', 'نأكل في بريمن.', 'de ar'],
    ['See https://example.org/مدن/.', 'راجع https://example.org/%D9%85%D8%AF%D9%86', 'en ar'],
    ['Write to info@bremen.de.', 'راسل info@bremen.de', 'en ar'],
  ])('%s → %s', (source, target, languages) => {
    expect(lost(source, target, languages)).toEqual([]);
  });
});

describe('something is lost', () => {
  test.each([
    ['Signed on 4 May 2023.', 'وُقّعت في 5 مايو 2023.', ['pin-date 4 May 2023']],
    ['Signed on 4 May 2023.', 'وُقّعت في 4 حزيران 2023.', ['pin-date 4 May 2023']],
    ['Signed on 4 May 2023.', 'وُقّعت في مايو 2023.', ['pin-date 4 May 2023']],
    ['1,500 pupils', '150 تلميذًا', ['pin-number 1,500']],
    ['12 % of all', '12 من الكل', ['pin-number 12 %']],
    ['Bremen and Izmir', 'بريمن ومدينة أخرى', ['pin-name Izmir']],
    ['York', 'نيويورك', ['pin-name York']],
    ['See https://example.org/a.', 'راجع https://example.org/b', ['pin-link https://example.org/a']],
    ['Write to info@bremen.de.', 'راسل info@bremen', ['pin-link info@bremen.de']],
  ])('%s → %s', (source, target, found) => {
    expect(lost(source, target)).toEqual(found);
  });
});
