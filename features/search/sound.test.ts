import { describe, expect, test } from 'vitest';
import { isSlip, remaindersOf } from './closeness.ts';
import { soundsOf } from './sound.ts';

function sharesSound(one: string, other: string): boolean {
  const sounds = soundsOf(other);
  return soundsOf(one).some((sound) => sounds.includes(sound));
}

describe('a name sounds the same', () => {
  test.each([
    ['هامبورغ', 'Hamburg'],
    ['هامبورج', 'Hambourg'],
    ['هامبورك', 'هامبورغ'],
    ['إزمير', 'Izmir'],
    ['بيتسبرغ', 'Pittsburgh'],
    ['شتوتغارت', 'Stuttgart'],
    ['شتوتجارت', 'Stuttgart'],
    ['مانشستر', 'Manchester'],
    ['وارسو', 'Warschau'],
    ['يوكوهاما', 'Yokohama'],
    ['لايبزيغ', 'Leipzig'],
    ['فيينا', 'Wien'],
    ['كراكوف', 'Kraków'],
    ['خاركيف', 'Kharkiv'],
    ['نيويورك', 'newyork'],
  ])('%s and %s', (one, other) => {
    expect(sharesSound(one, other)).toBe(true);
  });
});

describe('a name sounds otherwise', () => {
  test.each([
    ['بريمن', 'برلين'],
    ['Dortmund', 'Duisburg'],
    ['بون', 'Bochum'],
  ])('%s and %s', (one, other) => {
    expect(sharesSound(one, other)).toBe(false);
  });
});

test('too little is heard of one consonant, and of other scripts', () => {
  for (const name of ['او', 'Ay', '부산', '']) expect(soundsOf(name)).toEqual([]);
});

describe('a slip is', () => {
  test.each([
    ['one letter left out', 'بريمن', 'برمن', true],
    ['two neighbours swapped', 'bremen', 'bermen', true],
    ['two letters in a long word', 'dortmund', 'dortmnt', true],
    ['not two letters in a short one', 'bremen', 'brmn', false],
    ['not a word of two letters', 'ab', 'ac', false],
    ['not another word', 'hamburg', 'homburg vor der höhe', false],
  ])('%s', (_name, one, other, isOne) => {
    expect(isSlip(one, other)).toBe(isOne);
  });
});

test('a word and its slip share a remainder', () => {
  for (const [slip, meant] of [
    ['بريمم', 'بريمن'],
    ['ازمبر', 'ازمير'],
    ['هامبروغ', 'هامبورغ'],
    ['القاهؤه', 'القاهره'],
    ['dortmnud', 'dortmund'],
  ] as const) {
    const rests = new Set(remaindersOf(meant));
    expect(remaindersOf(slip).some((rest) => rests.has(rest))).toBe(true);
  }
  expect(remaindersOf('في')).toEqual([]);
});
