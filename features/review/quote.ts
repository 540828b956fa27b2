import type { Content } from '#features/records/model.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { richTextSchema } from '#features/records/rich-text.ts';
import { writeMarkup } from '#features/records/rich-text-markup.ts';

/** How the words stand that a comment is about: they are there, or they are not any more. */
export type QuoteStanding = 'changed' | 'stands';

/**
 * Whether the words that a comment quotes still stand in their field, as it is read or as it is typed.
 *
 * @param path - `title`, `agreements.a1.note`, `milestones.m1.title`, `body`
 */
export function standingOfQuote(content: Content, path: string, quote: string): QuoteStanding {
  const value = valueAt(content, path.split('.'));
  const wanted = evened(quote);
  return textsOf(value).some((text) => evened(text).includes(wanted)) ? 'stands' : 'changed';
}

function valueAt(value: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    return valueAt(
      value.find((item) => isPlainObject(item) && item['id'] === step),
      rest,
    );
  }
  return isPlainObject(value) ? valueAt(value[step], rest) : undefined;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return [value.flatMap((one) => textsOf(one)).join('\n')];
  const document = richTextSchema.safeParse(value);
  return document.success ? [writeMarkup(document.data), wordsIn(document.data)] : [];
}

/** The words of a rich text alone, block by block. */
function wordsIn(node: unknown): string {
  if (!isPlainObject(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  const inner = Array.isArray(node['content']) ? node['content'].map((one) => wordsIn(one)) : [];
  return inner.join(node['type'] === 'doc' ? '\n' : '');
}

/** Two texts that differ in spaces alone are the same words. */
function evened(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
