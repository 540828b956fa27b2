/** Elements whose digits are a code or what somebody typed. */
const KEPT = 'script, noscript, style, code, kbd, samp, pre, option, textarea, [data-digits-kept]';

/** A number with its groups and its fraction. */
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/gu;

/** Texts that were changed: what they were, and what they became. */
const changed = new Map<Text, { before: string; after: string }>();

/** Shows the numbers of the Arabic texts of a page in Arabic-Indic digits, or as they were. */
export function showDigits(root: Node, digits: 'latn' | 'arab'): void {
  if (digits === 'latn') restore();
  else for (const text of textsOf(root)) change(text);
}

/** A text with its numbers in Arabic-Indic digits; what holds Latin letters, or is a code or an address, stays. */
export function inArabicDigits(text: string): string {
  return text.replaceAll(/[^\s\u2066-\u2069()«»،؛]+/gu, (word) => (isCode(word) ? word : numbersOf(word)));
}

function numbersOf(word: string): string {
  return word.replaceAll(NUMBER, (number) =>
    number.replaceAll(/[\d,.]/gu, (sign) => {
      if (sign === ',') return '٬';
      return sign === '.' ? '٫' : String.fromCodePoint(0x6_60 + Number(sign));
    }),
  );
}

/** `P-104`, `2023-05-11`, `+49`, `1.2.3`, `10/12`, `#3`. */
function isCode(word: string): boolean {
  return /\p{sc=Latn}|[@#_/\\]|\d-\d|^\+\d|\d\.\d+\.\d/u.test(word);
}

function change(text: Text): void {
  if (changed.get(text)?.after === text.data) return;
  const after = inArabicDigits(text.data);
  if (after === text.data) return;
  changed.set(text, { before: text.data, after });
  text.data = after;
}

function restore(): void {
  // Another hand may have changed a text since; then it is no longer ours.
  for (const [text, { before, after }] of changed) if (text.data === after) text.data = before;
  changed.clear();
}

function* textsOf(root: Node): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && /\d/u.test(node.data) && isArabicNumber(node)) yield node;
  }
}

/** A number beside Latin words in the same isolated run belongs to them. */
function isArabicNumber({ parentElement: parent }: Text): boolean {
  if (parent === null || parent.closest(KEPT) !== null) return false;
  if (parent.closest('[lang]')?.getAttribute('lang')?.startsWith('ar') !== true) return false;
  const run = parent.closest('bdi');
  return run === null || !/\p{sc=Latn}/u.test(run.textContent);
}
