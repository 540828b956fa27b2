import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from './model.ts';
import { parseMessage, walkMessage } from './parse-message.ts';

/** How a value is used. Plain and counted values may stand for each other between languages, the others may not. */
type Use = 'value' | 'date' | 'time' | 'select' | 'tag';

const USES: Partial<Record<TYPE, Use>> = {
  [TYPE.argument]: 'value',
  [TYPE.number]: 'value',
  [TYPE.plural]: 'value',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.tag]: 'tag',
};

/**
 * The arguments and tags on which two texts of one key differ, seen from the translation: `source` decides what the code
 * hands over. Nothing where either is not valid.
 */
export function findArgumentFaults(source: string, target: string): TextFinding[] {
  const wanted = usesIn(source);
  const given = usesIn(target);
  if (wanted === null || given === null) return [];
  const missing = [...wanted].filter(([name]) => !given.has(name));
  const extra = [...given].filter(([name]) => !wanted.has(name));
  const other = [...given].filter(([name, { use }]) => wanted.has(name) && wanted.get(name)?.use !== use);
  return [
    ...missing.map(([name, { use }]) => finding(use === 'tag' ? 'tag-missing' : 'arg-missing', name, null)),
    ...extra.map(([name, { use, offset }]) => finding(use === 'tag' ? 'tag-extra' : 'arg-extra', name, offset)),
    ...other.map(([name, { offset }]) => finding('arg-type', name, offset)),
  ];
}

/** Names of arguments and tags that no code can mean: with letters beyond a–z, or with invisible signs. */
export function findCorruptNames(text: string): TextFinding[] {
  return [...(usesIn(text) ?? [])]
    .filter(([name]) => !/^[A-Za-z_]\w*$/u.test(name))
    .map(([name, { offset }]) => finding('arg-corrupt', name, offset));
}

function finding(check: TextFinding['check'], subject: string, offset: number | null): TextFinding {
  return { check, subject, offset };
}

function usesIn(text: string): Map<string, { use: Use; offset: number | null }> | null {
  const { elements } = parseMessage(text);
  if (elements === null) return null;
  const uses = new Map<string, { use: Use; offset: number | null }>();
  for (const element of walkMessage(elements)) {
    const named = nameOf(element);
    if (named !== null && !uses.has(named.name)) {
      uses.set(named.name, { use: named.use, offset: element.location?.start.offset ?? null });
    }
  }
  return uses;
}

function nameOf(element: MessageFormatElement): { name: string; use: Use } | null {
  const use = USES[element.type];
  return use === undefined || element.type === TYPE.pound ? null : { name: element.value, use };
}
