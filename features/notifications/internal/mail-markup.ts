import { DIRECTION, type Locale } from '#i18n/locales.ts';

/** The same mail for programs that show markup: its language, its direction, its links. */
export function mailMarkup(locale: Locale, body: string): string {
  const paragraphs = body.split('\n\n').map(
    (lines) =>
      `<p>${lines
        .split('\n')
        .map((line) => markLine(line))
        .join('<br>')}</p>`,
  );
  const dir = DIRECTION[locale];
  return `<!doctype html><html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"></head><body lang="${locale}" dir="${dir}">${paragraphs.join('')}</body></html>`;
}

function markLine(line: string): string {
  const safe = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return /^https?:\/\/\S+$/u.test(line) ? `<a href="${safe}" dir="ltr">${safe}</a>` : safe;
}
