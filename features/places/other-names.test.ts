import { describe, expect, it } from 'vitest';
import { otherNamesOf } from './other-names.ts';

describe('the other names of a place', () => {
  it('stand once where languages share them', () => {
    const names = { ar: 'هامبورغ', de: 'Hamburg', en: 'Hamburg' };
    expect(otherNamesOf(names, { locale: 'ar', title: 'هامبورغ' })).toEqual([
      { text: 'Hamburg', locales: ['de', 'en'] },
    ]);
    expect(otherNamesOf(names, { locale: 'de', title: 'Hamburg' })).toEqual([{ text: 'هامبورغ', locales: ['ar'] }]);
  });

  it('stand apart where they differ', () => {
    const names = { ar: 'إزمير', de: 'Izmir', en: 'İzmir' };
    expect(otherNamesOf(names, { locale: 'ar', title: 'إزمير' }).map(({ text }) => text)).toEqual(['Izmir', 'İzmir']);
  });

  it('are none where only one language has a name', () => {
    expect(otherNamesOf({ de: 'Bremen' }, { locale: 'de', title: 'Bremen' })).toEqual([]);
  });
});
