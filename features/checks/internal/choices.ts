import { type MessageFormatElement, type SelectElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from '../model.ts';
import { listsIn, walkMessage } from '../parse-message.ts';
import { rangeOf } from './arguments.ts';
import type { Message } from './messages.ts';
import { pluralsIn } from './plurals.ts';
import { report } from '../report.ts';

/** Where the branches of a choice are not those of the source. */
export function findChoiceFaults(source: Message, target: Message): TextFinding[] {
  const wanted = new Map(selectsIn(source).map((select) => [select.value, select]));
  if (wanted.size === 0) return [];
  return selectsIn(target).flatMap((select) => {
    const model = wanted.get(select.value);
    if (model === undefined) return [];
    const range = rangeOf(select);
    const missing = Object.keys(model.options).filter((branch) => !Object.hasOwn(select.options, branch));
    const extra = Object.keys(select.options).filter((branch) => !Object.hasOwn(model.options, branch));
    return [
      ...missing.map((branch) => report('select-missing', { subject: branch, wanted: select.value, range })),
      ...extra.map((branch) => report('select-extra', { subject: branch, wanted: select.value, range })),
    ];
  });
}

/** A `#` that readers will see as it is: in a choice inside of a plural it no longer means the number. */
export function findLiteralHashes(source: Message | null, target: Message): TextFinding[] {
  if (!target.text.includes('#') || (source !== null && hashesIn(source).length > 0)) return [];
  return hashesIn(target).map((element) => report('hash-literal', { subject: '#', range: rangeOf(element) }));
}

/** A plural amid a sentence: whole sentences are easier to get right in every form. */
export function findPartialPlurals(message: Message): TextFinding[] {
  if (!(message.parsed.elements ?? []).some(({ type }) => type === TYPE.plural)) return [];
  if (!/\p{L}/u.test(message.runs[0]?.words ?? '')) return [];
  return pluralsIn(message)
    .slice(0, 1)
    .map((plural) => report('plural-partial', { subject: plural.value, range: rangeOf(plural) }));
}

function selectsIn({ parsed }: Message): SelectElement[] {
  return walkMessage(parsed.elements ?? []).filter((element) => element.type === TYPE.select);
}

function hashesIn(message: Message): MessageFormatElement[] {
  const selects = pluralsIn(message).flatMap((plural) =>
    listsIn(plural).flatMap((list) => walkMessage(list).filter(({ type }) => type === TYPE.select)),
  );
  const literals = selects.flatMap((select) => listsIn(select).flat());
  return literals.filter((element) => element.type === TYPE.literal && element.value.includes('#'));
}
