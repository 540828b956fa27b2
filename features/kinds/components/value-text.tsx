import { useTranslations } from 'next-intl';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { richTextSchema } from '#features/records/rich-text.ts';
import { writeMarkup } from '#features/records/rich-text-markup.ts';
import { namedReference } from '../field-values.ts';

/** A stored value of any field, for reading beside another one. */
export function ValueText({ value, options }: { value: unknown; options: readonly ReferenceOption[] }) {
  const t = useTranslations('Desk');
  const text = wordsOfValue(value, options);
  return text === '' ? <em className="value-empty">{t('empty')}</em> : <p className="value-text">{text}</p>;
}

/** A stored value of any field in words; empty where there is none. */
export function wordsOfValue(value: unknown, options: readonly ReferenceOption[]): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => wordsOfValue(one, options)).join('\n');
  if (isPlainObject(value)) return blockText(value);
  return namedReference(String(value), options);
}

/** One block of rich text is the smallest part that can differ. */
function blockText(value: Record<string, unknown>): string {
  const document = richTextSchema.safeParse({ type: 'doc', content: [value] });
  return document.success ? writeMarkup(document.data).replace(/ \{#[^}]*\}$/u, '') : JSON.stringify(value);
}
