import { canonicalRichText } from './internal/canonical-rich-text.ts';
import type { Content } from './model.ts';
import { isPlainObject } from './plain-object.ts';

/**
 * A content in its one stored form: Unicode NFC, line ends LF, no outer spaces, nothing empty.
 *
 * An empty field and a missing one are the same thing; storing both would make differences that nobody made.
 */
export function normaliseContent(content: Content): Content {
  const normal = normaliseValue(content);
  return isPlainObject(normal) ? normal : {};
}

function normaliseValue(value: unknown): unknown {
  if (typeof value === 'string') return emptyToMissing(cleanText(value).trim());
  if (Array.isArray(value)) return normaliseList(value);
  if (isPlainObject(value)) return value['type'] === 'doc' ? normaliseRichText(value) : normaliseObject(value);
  return value === null ? undefined : value;
}

/** A place in a list that holds nothing stays as it is: the check refuses it there, and the places after it keep theirs. */
function normaliseList(list: readonly unknown[]): unknown[] | undefined {
  const kept = list.map((item) => (item === null ? item : normaliseValue(item))).filter((item) => item !== undefined);
  return kept.length === 0 ? undefined : kept;
}

function normaliseObject(value: Content): Content | undefined {
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, normaliseValue(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Spaces at the edge of a run separate words in rich text, so they stay; the form of letters and runs is settled. */
function normaliseRichText(document: Content): Content | undefined {
  return canonicalRichText(mapStrings(document));
}

function mapStrings(value: Content): Content {
  const mapped: unknown = JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string' ? cleanText(inner) : inner,
  );
  return isPlainObject(mapped) ? mapped : {};
}

function cleanText(text: string): string {
  // A text with lone surrogates is left as it is: the check refuses it and names the field.
  return text.isWellFormed() ? text.replaceAll(/\r\n?/gu, '\n').normalize('NFC') : text;
}

function emptyToMissing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
