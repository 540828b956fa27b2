import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTranslator } from 'use-intl/core';
import { explain } from '#features/checks/explain.ts';
import type { CatalogueFinding } from '#features/checks/model.ts';
import { readCatalogue } from '#features/checks/read-catalogue.ts';
import type { Locale } from '#i18n/locales.ts';

type Describe = (finding: CatalogueFinding) => string;

const NAMESPACE = 'Checks';
const describers = new Map<Locale, Describe>();

/** What a finding means and what to do, as a sentence for the person at the terminal. */
export function describeCheck(finding: CatalogueFinding, language: Locale = 'en'): string {
  const known = describers.get(language) ?? readSentences(language);
  describers.set(language, known);
  return known(finding);
}

/** Where our own texts are what is broken, a finding still has its name and subject. */
function readSentences(locale: Locale): Describe {
  const file = fileURLToPath(new URL(`../../messages/${locale}.json`, import.meta.url));
  const prefix = `${NAMESPACE}.`;
  const { texts } = readCatalogue(readFileSync(file, 'utf8'));
  const messages = Object.fromEntries(
    [...texts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => [key.slice(prefix.length), text]),
  );
  const t = createTranslator<Record<string, string>>({ locale, messages, onError: () => undefined });
  return (finding) => {
    const { key, values } = explain(finding);
    if (!Object.hasOwn(messages, key)) return [values.subject, values.wanted].filter((part) => part !== '').join(' ');
    return t.markup(key, { ...asText(values), bdi: (part: string) => part } as never);
  };
}

function asText(values: { subject: string; wanted: string }): Record<string, string> {
  return { subject: values.subject, wanted: values.wanted };
}
