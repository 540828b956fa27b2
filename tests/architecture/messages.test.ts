import { expect, test } from 'vitest';
import { readCatalogue } from '#features/checks/read-catalogue.ts';
import { LOCALES } from '#i18n/locales.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { PROBLEM_CODES } from '#platform/problem.ts';

test.each(LOCALES)('every refusal has a sentence in %s', async (locale) => {
  const { texts } = readCatalogue(JSON.stringify(await loadMessages(locale)));
  expect(PROBLEM_CODES.filter((code) => !texts.has(`Errors.${code}`))).toEqual([]);
});
