import { foldForms } from './normalise.ts';

/** How a letter or a group of letters may sound: classes of consonants; an empty one is not heard. */
type Sounds = readonly string[];

const NOT_HEARD: Sounds = [''];

/**
 * Arabic letters by how foreign names are written with them. Vowels are written or not, g is غ, ج, ق, ك or گ by country, p is
 * ب and v is ف.
 */
const ARABIC: Readonly<Record<string, Sounds>> = {
  ...sounding('ابدفلمنر', 'abdflmnr'),
  ا: NOT_HEARD,
  و: ['', 'f'],
  ي: NOT_HEARD,
  ه: NOT_HEARD,
  ح: NOT_HEARD,
  ع: NOT_HEARD,
  ء: NOT_HEARD,
  ت: ['t'],
  ط: ['t'],
  ث: ['t', 's'],
  د: ['d'],
  ذ: ['d'],
  ض: ['d'],
  ظ: ['d', 's'],
  ج: ['g'],
  غ: ['g'],
  ق: ['g'],
  ك: ['g'],
  خ: ['x'],
  س: ['s'],
  ش: ['s'],
  ص: ['s'],
  ز: ['s'],
};

/** Latin letters and groups, the longest first; what is read differently from language to language has several sounds. */
const LATIN: readonly (readonly [string, Sounds])[] = [
  ['tsch', ['ts']],
  ['dsch', ['dg']],
  ['sch', ['s']],
  ['tch', ['ts']],
  ['ch', ['x', 's', 'g', 'ts']],
  ['sh', ['s']],
  ['kh', ['x']],
  ['gh', ['g']],
  ['ph', ['f']],
  ['th', ['t']],
  ['tz', ['s', 'ts']],
  ['ck', ['g']],
  ['ce', ['s', 'ts']],
  ['ci', ['s', 'ts']],
  ['cz', ['ts']],
  ['qu', ['g', 'gf']],
  ['c', ['g', 's']],
  ['j', ['g', '', 'x']],
  ['w', ['', 'f']],
  ['v', ['f', 'b']],
  ['x', ['gs', 's', 'x']],
  ['z', ['s', 'ts']],
  ['s', ['s']],
  ['g', ['g']],
  ['k', ['g']],
  ['q', ['g']],
  ['f', ['f']],
  ['b', ['b']],
  ['p', ['b']],
  ['d', ['d']],
  ['t', ['t']],
  ['l', ['l']],
  ['m', ['m']],
  ['n', ['n']],
  ['r', ['r']],
];

const ALTERNATIVES_MAX = 12;
const LENGTH_MIN = 2;

/**
 * How a name sounds, reduced to its consonants, so that هامبورغ, هامبورج, Hamburg and Hambourg are one. Names in other scripts
 * than Arabic and Latin have no sound here.
 *
 * @returns several where letters can be read in several ways; empty where fewer than two consonants are heard
 */
export function soundsOf(name: string): string[] {
  const heard = new Set(foldForms(name).flatMap((form) => readForm(form)));
  return [...heard].filter((sound) => sound.length >= LENGTH_MIN);
}

function readForm(form: string): string[] {
  let readings = [''];
  for (let at = 0; at < form.length; ) {
    const [length, sounds] = soundAt(form, at);
    const longer = readings.flatMap((reading) => sounds.map((sound) => appended(reading, sound)));
    readings = [...new Set(longer)].slice(0, ALTERNATIVES_MAX);
    at += length;
  }
  return readings;
}

/** The same consonant twice in a row is heard once. */
function appended(reading: string, sound: string): string {
  return sound !== '' && reading.endsWith(sound[0] ?? '') ? `${reading}${sound.slice(1)}` : `${reading}${sound}`;
}

function soundAt(form: string, at: number): [number, Sounds] {
  const arabic = ARABIC[form[at] ?? ''];
  if (arabic !== undefined) return [1, arabic];
  const latin = LATIN.find(([letters]) => form.startsWith(letters, at));
  if (latin === undefined) return [1, NOT_HEARD];
  const [letters, sounds] = latin;
  // The vowel after a soft c belongs to what follows.
  return [letters === 'ce' || letters === 'ci' ? 1 : letters.length, sounds];
}

function sounding(letters: string, sounds: string): Record<string, Sounds> {
  return Object.fromEntries([...letters].map((letter, at) => [letter, [sounds[at] ?? '']]));
}
