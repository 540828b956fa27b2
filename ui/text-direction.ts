const RIGHT_TO_LEFT = new Set([
  'ar',
  'arz',
  'ary',
  'apc',
  'ckb',
  'dv',
  'fa',
  'he',
  'prs',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/**
 * The direction of text in a language, from its script where the tag names one.
 *
 * @param lang - a BCP 47 tag such as `ar`, `de` or `ko-Latn`
 */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4);
  if (script !== undefined) return script === 'arab' || script === 'hebr' ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
