import { type MessageFormatElement, type PluralElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { rangeOf } from './internal/arguments.ts';
import { languageOf } from './internal/languages.ts';
import { formsOf, missingForms } from './internal/plurals.ts';
import { parseMessage } from './parse-message.ts';

/** A text with a plural as one whole sentence for each form. */
export interface ExpandedPlural {
  /** The text that it was made from. */
  original: string;
  /** The argument that is counted. */
  argument: string;
  type: 'plural' | 'selectordinal';
  /** The sentences by form, `=0` and `few`, in the order of the text; forms that it lacks are filled from `other`. */
  sentences: ReadonlyMap<string, string>;
  /** The forms that the language needs and the text lacked. */
  filled: readonly string[];
  /** What stands around the plural, as it stands in each sentence. */
  around: { before: string; after: string };
  /** The part of the text that is the plural itself, and the words before and behind it as they are there. */
  parts: { before: string; plural: string; after: string };
}

/**
 * Spreads the words around a plural over its forms, so that each is a sentence that can be read and written as a whole.
 * Further plurals stay inside of the sentences. `null` where the text has no plural outside of other choices, or is no
 * message; branches of a choice are texts of their own and can be spread by themselves.
 */
export function expandPlural(text: string, locale: string): ExpandedPlural | null {
  const { elements } = parseMessage(text);
  if (elements === null) return null;
  const outer = outerElements(elements);
  const plural = outer.find((element) => element.type === TYPE.plural);
  const range = plural === undefined ? null : rangeOf(plural);
  if (plural === undefined || range === null || plural.offset !== 0) return null;
  const around = {
    before: quoteHashes(text, outer, { start: 0, end: range.start }),
    after: quoteHashes(text, outer, { start: range.end, end: text.length }),
  };
  const filled = missingForms(Object.keys(plural.options), formsOf(plural, languageOf(locale)));
  const branches = branchesOf(text, plural, filled);
  return {
    original: text,
    argument: plural.value,
    type: plural.pluralType === 'ordinal' ? 'selectordinal' : 'plural',
    sentences: new Map([...branches].map(([form, branch]) => [form, around.before + branch + around.after])),
    filled,
    around,
    parts: {
      before: text.slice(0, range.start),
      plural: text.slice(range.start, range.end),
      after: text.slice(range.end),
    },
  };
}

/**
 * Makes one text of sentences again. Where none changed it is the original, letter by letter. Words around the plural stay
 * there while every sentence still has them; where one has not, whole sentences are kept.
 */
export function foldPlural(expanded: ExpandedPlural, sentences: ReadonlyMap<string, string>): string {
  const { original, around, parts } = expanded;
  const isSame =
    sentences.size === expanded.sentences.size &&
    [...expanded.sentences].every(([form, sentence]) => sentences.get(form) === sentence);
  if (isSame) return original;
  const { before, after } = around;
  const isAround = [...sentences.values()].every(
    (sentence) =>
      sentence.length >= before.length + after.length && sentence.startsWith(before) && sentence.endsWith(after),
  );
  if (!isAround) return pluralOf(expanded, sentences);
  const branches = [...sentences].map(([form, sentence]): [string, string] => [
    form,
    sentence.slice(before.length, sentence.length - after.length),
  ]);
  return parts.before + pluralOf(expanded, new Map(branches)) + parts.after;
}

function pluralOf({ argument, type }: ExpandedPlural, branches: ReadonlyMap<string, string>): string {
  return `{${argument}, ${type}, ${[...branches].map(([form, branch]) => `${form} {${branch}}`).join(' ')}}`;
}

/** The branches as they are written; a needed form goes before `other`, in the order of CLDR. */
function branchesOf(text: string, plural: PluralElement, filled: readonly string[]): Map<string, string> {
  const written = new Map(
    Object.entries(plural.options).map(([form, { location }]) => [
      form,
      location ? text.slice(location.start.offset + 1, location.end.offset - 1) : '',
    ]),
  );
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  if (filled.length === 0) return written;
  const general = written.get('other') ?? '';
  const all = [...written, ...filled.map((form): [string, string] => [form, general])];
  return new Map(all.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other)));
}

/** What stands in the text itself or in its tags, not in branches. */
function outerElements(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  const found: MessageFormatElement[] = [];
  const waiting = elements.toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    if (element.type === TYPE.tag) waiting.push(...element.children.toReversed());
  }
  return found;
}

/** In a branch, `#` is the number: where words around a plural have one, it is quoted to stay what it was. */
function quoteHashes(
  text: string,
  outer: readonly MessageFormatElement[],
  part: { start: number; end: number },
): string {
  let quoted = '';
  let at = part.start;
  for (const element of outer) {
    const range = rangeOf(element);
    const isHash = element.type === TYPE.literal && element.value.includes('#');
    if (!isHash || range === null || range.start < part.start || range.end > part.end) continue;
    quoted += text.slice(at, range.start) + quoteLiteral(element.value);
    at = range.end;
  }
  return quoted + text.slice(at, part.end);
}

function quoteLiteral(value: string): string {
  return value.replaceAll("'", "''").replaceAll(/[{}<>#]+/gu, "'$&'");
}
