/** What makes a text unacceptable, whatever its language. */
export type TextFault = 'bidiControl' | 'controlCharacter' | 'lineBreak' | 'loneSurrogate';

/**
 * The first fault of a text, or `null`.
 *
 * Direction overrides and isolates are refused rather than stripped in silence: they can make a name look like another
 * (U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C). The zero-width non-joiner stays, Persian needs it.
 */
export function findTextFault(text: string, shape: 'line' | 'paragraph'): TextFault | null {
  if (!text.isWellFormed()) return 'loneSurrogate';
  if (/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u.test(text)) return 'bidiControl';
  if (shape === 'line' && /[\n\r\u0085\u2028\u2029]/u.test(text)) return 'lineBreak';
  // Tabs and line ends may stand in a paragraph; every other control character has no business in text.
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/u.test(text)) return 'controlCharacter';
  return null;
}
