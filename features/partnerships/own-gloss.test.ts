import { describe, expect, it } from 'vitest';
import { ownGloss } from './own-gloss.ts';

const IZMIR = { ar: 'إزمير', de: 'Izmir', en: 'İzmir' };

describe('the Latin name under an Arabic one', () => {
  it('is the German one for places where German is spoken, else the English one', () => {
    expect(ownGloss(IZMIR, { country: 'TR', reader: 'ar' })).toEqual({ text: 'İzmir', lang: 'en' });
    expect(ownGloss({ ...IZMIR, de: 'Köln', en: 'Cologne' }, { country: 'DE', reader: 'ar' })).toEqual({
      text: 'Köln',
      lang: 'de',
    });
  });

  it('is whichever is known', () => {
    expect(ownGloss({ ar: 'بوسان', de: 'Busan' }, { country: null, reader: 'ar' })).toEqual({
      text: 'Busan',
      lang: 'de',
    });
    expect(ownGloss({ ar: 'بوسان' }, { country: 'KR', reader: 'ar' })).toBeUndefined();
  });

  it('is not needed by readers of Latin letters', () => {
    expect(ownGloss(IZMIR, { country: 'TR', reader: 'de' })).toBeUndefined();
  });
});
