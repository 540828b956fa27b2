/** The text of a file, or the name of the encoding that it seems to be in. */
export type DecodedFile = { text: string; hasMark: boolean; fault: null } | { text: null; fault: { encoding: string } };

/** Of the letters beyond ASCII, at least so many are Arabic where a file is in Windows-1256. */
const ARABIC_SHARE = 0.7;

/**
 * Reads a file of texts, which is UTF-8. Another encoding is named and never guessed into letters: a wrong guess would be
 * saved, and nobody could read it again.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: null, fault: { encoding: 'UTF-16LE' } };
  if (first === 0xfe && second === 0xff) return { text: null, fault: { encoding: 'UTF-16BE' } };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith('\uFEFF');
    return { text: hasMark ? text.slice(1) : text, hasMark, fault: null };
  } catch {
    return { text: null, fault: { encoding: guess(bytes) } };
  }
}

function guess(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1256').decode(bytes.subarray(0, 65_536));
  const beyond = text.match(/[^\u0000-\u007F]/gu) ?? [];
  const arabic = beyond.filter((sign) => /[\p{Script=Arabic}\u064B-\u0652ـ،؛؟]/u.test(sign));
  return arabic.length / Math.max(1, beyond.length) >= ARABIC_SHARE ? 'Windows-1256' : '?';
}
