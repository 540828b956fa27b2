import type { Range, TextFinding } from '../model.ts';
import type { Run } from './messages.ts';
import { firstMatches, report } from '../report.ts';

/** A letter of the Arabic script with its vowel signs; tatweel is none. */
const LETTER = '[\\u0620-\\u063F\\u0641-\\u064A\\u066E-\\u06D3\\u06FA-\\u06FF]';
const MARK = '[\\u064B-\\u065F\\u0670]';
const LATIN_TO_ARABIC: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
const FOREIGN_LETTERS: Readonly<Record<string, string>> = { ک: 'ك', ی: 'ي', ہ: 'ه', ھ: 'ه', ە: 'ه' };

/** One rule of orthography: where it is broken, and what belongs there (`null` where that is not certain). */
interface Rule {
  check: TextFinding['check'];
  /** Stands in every text that breaks the rule; asked first, because it is quick. */
  hint: RegExp;
  pattern: RegExp;
  repair: (found: string) => string | null;
}

/** Rules of every language that is written in Arabic letters. */
const OF_THE_SCRIPT: readonly Rule[] = [
  {
    // «نجاح: {a}, فشل: {b}»: beside an Arabic letter, or after a value and before one. 1,000 and (PDF, PNG) stay.
    check: 'ar-latin-punct',
    hint: /[,;?]/u,
    pattern: new RegExp(`(?<=${LETTER}|${MARK}|ـ)[,;?]|(?<=[\\uFFFC»)"”\\d] ?)[,;?](?= ?${LETTER})`, 'gu'),
    repair: (sign) => LATIN_TO_ARABIC[sign] ?? null,
  },
  {
    // A space before a sign that closes; « .pdf», « :)» and « …» are something else.
    check: 'ar-punct-space',
    hint: /[ \u00A0][،؛؟!.:]/u,
    pattern: new RegExp(
      `(?<=${LETTER}|${MARK}|[»)”"\\uFFFC\\d])[ \\u00A0]{1,9}(?:(?=[،؛؟!](?:[\\s\\uFFFC]|$))|(?=[.:](?:\\s|$)))`,
      'gu',
    ),
    repair: () => '',
  },
  {
    // No space after one: «الطلبات.إذا», «مدن،بلدان». «ص.ب» and «٣،٥» are right.
    check: 'ar-punct-space',
    hint: /[،؛؟.]\S/u,
    pattern: new RegExp(
      `[،؛؟](?=${LETTER}|[A-Za-z])|(?<=\\D)[،؛؟](?=\\d)|(?<=${LETTER}{2}${MARK}?)[.](?=${LETTER}{2})`,
      'gu',
    ),
    repair: (sign) => `${sign} `,
  },
  {
    check: 'ar-presentation',
    hint: /[\uFB50-\uFEFC]/u,
    pattern: /[\uFB50-\uFD3D\uFD50-\uFDCE\uFDF0\uFDF1\uFDF3-\uFDF9\uFE70-\uFEFC]+/gu,
    repair: (letters) => letters.normalize('NFKC').trim(),
  },
];

/** Rules of Arabic. A clitic with tatweel before Latin, a digit, a quotation or a value is correct: «بـ PDF», «لـ {city}». */
const OF_ARABIC: readonly Rule[] = [
  {
    check: 'ar-tatweel',
    hint: /ـ/u,
    pattern: new RegExp(`(?<=${LETTER}|${MARK})ـ+(?=${LETTER}|${MARK}*${LETTER})|ـ{2,}`, 'gu'),
    repair: (tatweel) => (tatweel.length > 4 ? null : ''),
  },
  {
    check: 'ar-tatweel',
    hint: /ـ/u,
    pattern: new RegExp(
      `(?<!${LETTER}|${MARK}|ـ)(?:[وف]?[بكلس]?|[وف]?لل|[وفبك]{0,2}ال)ـ {1,9}(?:ال)?(?=${LETTER}{2})`,
      'gu',
    ),
    repair: joinClitic,
  },
  {
    check: 'ar-foreign-letter',
    hint: /[کیہھە]/u,
    pattern: /[کیہھە]/gu,
    repair: (letter) => FOREIGN_LETTERS[letter] ?? null,
  },
  {
    // «العنوان و الوصف»; «أ و ب» names letters and is right.
    check: 'ar-conjunction',
    hint: /(?:و|ال) /u,
    pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}\\uFFFC.])(?:و|ال) {1,3}(?=${LETTER}${MARK}?${LETTER})`, 'gu'),
    repair: (found) => found.trimEnd(),
  },
];

const HAS_ARABIC = new RegExp(LETTER, 'u');

/** What a text breaks of the orthography of Arabic, and of other languages in its script. */
export function findArabicFaults(run: Run, code: string): TextFinding[] {
  if (!HAS_ARABIC.test(run.prose) && !/[\uFB50-\uFEFC]/u.test(run.prose)) return [];
  const rules = code === 'ar' ? [...OF_THE_SCRIPT, ...OF_ARABIC] : OF_THE_SCRIPT;
  return rules.flatMap((rule) => apply(rule, run));
}

function apply({ check, hint, pattern, repair }: Rule, run: Run): TextFinding[] {
  if (!hint.test(run.prose)) return [];
  return firstMatches(run.prose, pattern).flatMap(({ 0: found, index }) => {
    const part = { start: index, end: index + found.length };
    if (check === 'ar-tatweel' && crossesMarkup(run, part)) return [];
    const repaired = repair(found);
    const finding = report(check, {
      subject: found.trim() === '' ? nextSign(run, part.end) : found.trim(),
      wanted: repaired?.trim() ?? '',
      range: run.rangeOf(part.start, part.end),
      fix: repaired === null ? null : run.edit(part, repaired),
    });
    return [finding];
  });
}

/** «لـ <link>الإرشادات</link>»: what stands in a tag cannot be joined, so the tatweel is right there too. */
function crossesMarkup(run: Run, { start, end }: Range): boolean {
  const range = run.rangeOf(start, end + 1);
  return range.end - range.start !== end + 1 - start;
}

function nextSign({ words }: Run, index: number): string {
  return words.charAt(index);
}

/** «بـ إزمير» is «بإزمير», and «لـ المدينة» is «للمدينة». */
function joinClitic(found: string): string {
  const [clitic = '', article = ''] = found.split(/ـ +/u);
  return article === 'ال' && clitic.endsWith('ل') && !clitic.endsWith('ال') ? `${clitic}ل` : `${clitic}${article}`;
}
