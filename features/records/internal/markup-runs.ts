import type { RichTextMark, RichTextRun } from '../rich-text.ts';

/**
 * The runs of a block as one line of markup.
 *
 * @param runs - in their canonical form
 */
export function writeRuns(runs: readonly RichTextRun[]): string {
  return runs.map((run, index) => writeRun(run, runs[index - 1])).join('');
}

/** What a mark puts around words; what stands in the words themselves is escaped. */
function writeRun({ text, marks = [] }: RichTextRun, before: RichTextRun | undefined): string {
  const notes = marks.filter((mark) => mark.type === 'sourceNote');
  const others = marks.filter((mark) => mark.type !== 'sourceNote');
  const words = others.toReversed().reduce(wrap, escapeText(text));
  const cited = notes.map(({ attrs }) => `[^${attrs.sourceId}]`).join('');
  // Read without brackets, words that follow others of the same marks would share their note with them.
  const needsBrackets = cited !== '' && before !== undefined && isSame(before.marks ?? [], others);
  return needsBrackets ? `[${words}]${cited}` : `${words}${cited}`;
}

function wrap(words: string, mark: RichTextMark): string {
  switch (mark.type) {
    case 'bold':
      return `**${words}**`;
    case 'link':
      return `[${words}](${escapeAddress(mark.attrs.href)})`;
    case 'foreign':
      return `{${mark.attrs.lang}:${words}}`;
    default:
      return words;
  }
}

/** Signs that would read as marks get a backslash, and so does the backslash. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\*[\]{}]|^\^/gu, String.raw`\$&`);
}

/** Brackets in pairs, as in many addresses, need no backslash; pairs in pairs do. */
function escapeAddress(href: string): string {
  const isPlain = /^(?:[^()]|\([^()]*\))*$/u.test(href);
  return href.replaceAll(isPlain ? /\\/gu : /[\\()]/gu, String.raw`\$&`);
}

/** Marks that were opened and not closed yet, with the words since. */
interface Open {
  sign: string;
  kind: '**' | '[' | '{' | null;
  lang: string;
  runs: RichTextRun[];
}

const TOKEN =
  /\\(?<escaped>[^])|\*\*|\[\^(?<note>[a-z][a-z0-9-]*)\]|\[|\](?:\[\^(?<extent>[a-z][a-z0-9-]*)\]|\((?<href>(?:\\[^]|[^\s()\\]|\((?:\\[^]|[^\s()\\])*\))+)\))?|\{(?<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):|\}/gu;

/** Words have at most four marks; what stands deeper was not meant as one. */
const DEPTH_MAX = 12;

/** The runs that a line of markup describes. Never fails: what is no mark is text. */
export function readRuns(text: string): RichTextRun[] {
  const stack: Open[] = [{ sign: '', kind: null, lang: '', runs: [] }];
  let read = 0;
  for (const found of text.matchAll(TOKEN)) {
    addText(top(stack), text.slice(read, found.index));
    readToken(stack, found);
    read = found.index + found[0].length;
  }
  addText(top(stack), text.slice(read));
  while (stack.length > 1) giveUp(stack);
  return top(stack).runs;
}

function readToken(stack: Open[], found: RegExpMatchArray): void {
  const [sign] = found;
  const { escaped, note, lang } = found.groups ?? {};
  const closing = closingOf(stack, found);
  if (escaped !== undefined) addText(top(stack), escaped);
  else if (note !== undefined) citeLast(top(stack), sign, sourceNote(note));
  else if (closing !== null) close(stack, closing);
  else if (lang !== undefined) open(stack, { sign, kind: '{', lang, runs: [] });
  else if (sign === '**' || sign === '[') open(stack, { sign, kind: sign, lang: '', runs: [] });
  else addText(top(stack), sign);
}

function open(stack: Open[], opened: Open): void {
  if (stack.length > DEPTH_MAX) addText(top(stack), opened.sign);
  else stack.push(opened);
}

/** What a sign ends; `null` for one that ends nothing. */
function closingOf(stack: readonly Open[], found: RegExpMatchArray): Closing | null {
  const [sign] = found;
  const { extent, href } = found.groups ?? {};
  if (extent !== undefined) return { kind: '[', sign, mark: sourceNote(extent) };
  if (href !== undefined) {
    return { kind: '[', sign, mark: { type: 'link', attrs: { href: href.replaceAll(/\\([^])/gu, '$1') } } };
  }
  if (sign === '}') return { kind: '{', sign };
  const endsBold = sign === '**' && stack.some(({ kind }) => kind === '**');
  return endsBold ? { kind: '**', sign, mark: { type: 'bold' } } : null;
}

interface Closing {
  kind: '**' | '[' | '{';
  sign: string;
  mark?: RichTextMark;
}

/** Ends the innermost mark of a kind; marks that were opened inside of it and not closed were no marks. */
function close(stack: Open[], { kind, sign, mark }: Closing): void {
  if (!stack.some((opened) => opened.kind === kind)) {
    addText(top(stack), sign);
    return;
  }
  while (top(stack).kind !== kind) giveUp(stack);
  const { runs, lang, sign: before } = top(stack);
  stack.pop();
  const outer = top(stack);
  // Marks around nothing are signs that somebody typed.
  if (runs.length === 0) addText(outer, `${before}${sign}`);
  const made: RichTextMark = mark ?? { type: 'foreign', attrs: { lang } };
  for (const run of runs) addRun(outer, { ...run, marks: [made, ...(run.marks ?? [])] });
}

/** The sign was text; what came after it stays. */
function giveUp(stack: Open[]): void {
  const last = stack.pop();
  if (last === undefined) return;
  addText(top(stack), last.sign);
  for (const run of last.runs) addRun(top(stack), run);
}

/** A note without brackets belongs to the words before it. */
function citeLast({ runs }: Open, sign: string, note: RichTextMark): void {
  const last = runs.at(-1);
  if (last === undefined) runs.push({ type: 'text', text: sign });
  else runs[runs.length - 1] = { ...last, marks: [...(last.marks ?? []), note] };
}

function addText(to: Open, text: string): void {
  if (text !== '') addRun(to, { type: 'text', text });
}

function addRun({ runs }: Open, run: RichTextRun): void {
  const last = runs.at(-1);
  if (last === undefined || !isSame(last.marks ?? [], run.marks ?? [])) runs.push(run);
  else runs[runs.length - 1] = { ...last, text: last.text + run.text };
}

/** The stack is made with one entry and never loses it. */
function top(stack: readonly Open[]): Open {
  const last = stack.at(-1);
  if (last === undefined) throw new RangeError('the stack of marks is empty');
  return last;
}

function sourceNote(sourceId: string): RichTextMark {
  return { type: 'sourceNote', attrs: { sourceId } };
}

function isSame(one: readonly RichTextMark[], other: readonly RichTextMark[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
