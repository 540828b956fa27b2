import { foldName } from '../fold-name.ts';

/**
 * What the months are called where our readers write: in Syria, Lebanon, Jordan and Iraq, in Egypt and the Gulf, in Tunisia and
 * Algeria, in Morocco, in German and in English, with their usual abbreviations.
 */
const NAMES: readonly string[] = [
  'كانون الثاني|يناير|جانفي|januar|jänner|jan|january',
  'شباط|فبراير|فيفري|februar|feber|feb|february',
  'آذار|مارس|märz|mär|mrz|maerz|march|mar',
  'نيسان|أبريل|إبريل|أفريل|april|apr',
  'أيار|مايو|ماي|mai|may',
  'حزيران|يونيو|جوان|juni|jun|june',
  'تموز|يوليو|يوليوز|جويلية|juli|jul|july',
  'آب|أغسطس|أوت|غشت|august|aug',
  'أيلول|سبتمبر|شتنبر|september|sep|sept',
  'تشرين الأول|أكتوبر|oktober|okt|october|oct',
  'تشرين الثاني|نوفمبر|نونبر|november|nov',
  'كانون الأول|ديسمبر|دجنبر|dezember|dez|december|dec',
];

const MONTH_OF = new Map(
  NAMES.flatMap((names, at) => names.split('|').map((name) => [foldName(name), at + 1] as const)),
);

/** Words that say nothing about the date they stand in. */
const FILLERS = new Set(
  'في من يوم شهر سنه عام لعام لسنه م ميلادي ميلاديه الموافق am den im vom jahr the of in on st nd rd th'.split(' '),
);

/**
 * The months that some words name; words around them that say nothing are passed over.
 *
 * @param words - folded
 * @returns `null` where a word is no month
 */
export function monthsIn(words: readonly string[]): number[] | null {
  const months: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = words.slice(at, at + 2);
    const pair = MONTH_OF.get(`${word} ${next}`);
    const month = pair ?? MONTH_OF.get(word);
    if (pair !== undefined) at += 1;
    if (month !== undefined) months.push(month);
    else if (!FILLERS.has(word)) return null;
  }
  return months;
}
