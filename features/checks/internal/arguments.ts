import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { CheckContext, Edit, Range, TextFinding } from '../model.ts';
import { walkMessage } from '../parse-message.ts';
import type { Message } from './messages.ts';
import { codeOf, report } from '../report.ts';

/** How a value is used. Plain and counted values may stand for each other between languages, the others may not. */
type Use = 'value' | 'date' | 'time' | 'select' | 'tag';

/** The first place where an argument or a tag is used, and how. */
export interface Used {
  name: string;
  use: Use;
  element: MessageFormatElement;
}

const USES: Partial<Record<TYPE, Use>> = {
  [TYPE.argument]: 'value',
  [TYPE.number]: 'value',
  [TYPE.plural]: 'value',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.tag]: 'tag',
};

/** Styles that every `Intl` knows; others must be declared, and then the source has them as well. */
const STYLES: ReadonlySet<string> = new Set(['full', 'long', 'medium', 'short', 'integer', 'percent', 'currency']);
const NAME = /^[A-Za-z_]\w*$/u;

/**
 * The arguments and tags on which two texts of one key differ, seen from the translation: the source decides what the code
 * hands over. Nothing where either is not valid.
 */
export function findArgumentFaults(source: Message, target: Message, context: CheckContext): TextFinding[] {
  const wanted = usesIn(source);
  const given = usesIn(target);
  if (wanted === null || given === null) return [];
  const missing = [...wanted.values()].filter(({ name }) => !given.has(name));
  const extra = [...given.values()].filter(({ name }) => !wanted.has(name));
  const other = [...given.values()].filter(({ name, use }) => wanted.has(name) && wanted.get(name)?.use !== use);
  return [
    ...missing.map(({ name, use }) => report(use === 'tag' ? 'tag-missing' : 'arg-missing', { subject: name })),
    ...extra.flatMap((used) => reportExtra(used, context)),
    ...other.map(({ name, use, element }) =>
      report('arg-type', { subject: name, wanted: wanted.get(name)?.use ?? use, range: rangeOf(element) }),
    ),
    ...findUnknownStyles(source, target),
    ...findEmptyTags(source, target),
  ];
}

/** Names of arguments and tags that no code can mean: with letters beyond a–z, or with invisible signs. */
export function findCorruptNames({ text, parsed }: Message): TextFinding[] {
  if (parsed.elements === null) return [];
  return walkMessage(parsed.elements).flatMap((element) => {
    const name = nameOf(element);
    if (name === null || NAME.test(name) || isPosition(name)) return [];
    const unseen = /\p{Cf}/u.exec(name);
    const subject = unseen === null ? name : `${name.replaceAll(/\p{Cf}/gu, '')} ${codeOf(unseen[0])}`;
    return [report('arg-corrupt', { subject, range: rangeOf(element), fix: bareName(text, element, name) })];
  });
}

/** How each argument and tag of a text is used at first, by its name; `null` where the text is no message. */
export function usesIn({ parsed }: Message): Map<string, Used> | null {
  if (parsed.elements === null) return null;
  const uses = new Map<string, Used>();
  for (const element of walkMessage(parsed.elements)) {
    const name = nameOf(element);
    const use = USES[element.type];
    if (name !== null && use !== undefined && !uses.has(name)) uses.set(name, { name, use, element });
  }
  return uses;
}

/** The place of an element in its text. */
export function rangeOf({ location }: MessageFormatElement): Range | null {
  return location ? { start: location.start.offset, end: location.end.offset } : null;
}

/** The name of an argument or a tag; `null` for words and `#`. */
export function nameOf(element: MessageFormatElement): string | null {
  return element.type === TYPE.pound || element.type === TYPE.literal ? null : element.value;
}

/** Other libraries number their arguments: `{0}`. */
function isPosition(name: string): boolean {
  return /^\d+$/u.test(name);
}

function reportExtra({ name, use, element }: Used, { tags = [] }: CheckContext): TextFinding[] {
  if (use !== 'tag') return [report('arg-extra', { subject: name, range: rangeOf(element) })];
  return tags.includes(name) ? [] : [report('tag-extra', { subject: name, range: rangeOf(element) })];
}

/** Without the unseen signs, where that leaves a name. A tag is closed elsewhere too, that is for a person. */
function bareName(text: string, element: MessageFormatElement, name: string): Edit[] | null {
  const bare = name.replaceAll(/\p{Cf}/gu, '');
  const range = rangeOf(element);
  if (range === null || element.type === TYPE.tag || !NAME.test(bare)) return null;
  const start = text.indexOf(name, range.start);
  return start < 0 || start > range.end ? null : [{ start, end: start + name.length, text: bare }];
}

function findUnknownStyles(source: Message, target: Message): TextFinding[] {
  const declared = new Set(stylesIn(source).map(({ style }) => style));
  return stylesIn(target)
    .filter(({ style }) => !STYLES.has(style) && !declared.has(style))
    .map(({ style, element }) => report('arg-type', { subject: style, range: rangeOf(element) }));
}

function stylesIn({ parsed }: Message): { style: string; element: MessageFormatElement }[] {
  return walkMessage(parsed.elements ?? []).flatMap((element) => {
    if (element.type !== TYPE.date && element.type !== TYPE.time && element.type !== TYPE.number) return [];
    return typeof element.style === 'string' ? [{ style: element.style, element }] : [];
  });
}

function findEmptyTags(source: Message, target: Message): TextFinding[] {
  const emptyOnes = new Set(emptyTags(source).map((element) => nameOf(element)));
  const full = new Set([...(usesIn(source)?.keys() ?? [])].filter((name) => !emptyOnes.has(name)));
  return emptyTags(target)
    .filter((element) => full.has(nameOf(element) ?? ''))
    .map((element) => report('tag-empty', { subject: nameOf(element) ?? '', range: rangeOf(element) }));
}

function emptyTags({ parsed }: Message): MessageFormatElement[] {
  return walkMessage(parsed.elements ?? []).filter(({ type, ...element }) => {
    if (type !== TYPE.tag || !('children' in element)) return false;
    return element.children.every((child) => child.type === TYPE.literal && child.value.trim() === '');
  });
}
