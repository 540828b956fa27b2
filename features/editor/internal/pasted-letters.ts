import type { Losses } from './losses.ts';

const DIRECTION_SIGNS = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;
// Zero-width space, word joiner, byte order mark, soft hyphen, the place of a picture, and what fonts of signs use.
const INVISIBLE = /[\u200B\u2060-\u2064\uFEFF\u00AD\uFFFC\uE000-\uF8FF]/gu;
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/gu;
const FORMS = /[\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDF9\uFE70-\uFEFC]+/gu;
/** A joiner or non-joiner shapes Arabic letters and joins pictographs; anywhere else it is junk. */
const STRAY_JOINER =
  /\u200C(?![\p{Script=Arabic}\p{Script=Devanagari}])|(?<![\p{Script=Arabic}\p{Script=Devanagari}])\u200C|(?<![\p{Script=Arabic}\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])\u200D/gu;

/**
 * A pasted text without signs that turn it around, are not seen or control something, and with letters instead of their
 * shapes. Spaces become one; a single space that does not break stays.
 *
 * @param losses - is told what was taken out
 */
export function cleanLetters(text: string, losses: Losses): string {
  if (/^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F\u0621-\u064A\u060C\u061B\u061F]*$/u.test(text)) {
    return text.replaceAll(/ {2,}/gu, ' ');
  }
  const without = (from: string, signs: RegExp, name: 'controls' | 'directionSigns' | 'invisible') => {
    const left = from.replaceAll(signs, '');
    losses.add(name, from.length - left.length);
    return left;
  };
  const letters = text.replaceAll(FORMS, (forms) => {
    losses.add('letterForms', forms.length);
    return forms.normalize('NFKC');
  });
  const turned = without(letters, DIRECTION_SIGNS, 'directionSigns');
  const seen = without(without(turned, INVISIBLE, 'invisible'), STRAY_JOINER, 'invisible');
  return without(seen.replaceAll(/[\t\n\r\u0085\u2028\u2029]/gu, ' '), CONTROLS, 'controls')
    .replaceAll(/[ \u00A0\u2000-\u200A\u202F\u205F\u3000]{2,}/gu, ' ')
    .normalize('NFC');
}
