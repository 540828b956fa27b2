/** The article with what may be written onto it, longest first; لل is ل before the article. */
const ARTICLES = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل'] as const;
/** Words of one letter that are written onto the next. */
const JOINED = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'] as const;
const PRONOUNS = ['ها', 'هم', 'هما', 'هن', 'نا', 'كم', 'ي', 'ك'] as const;
const STEM_MIN = 3;

/** Whether a folded word is written in Arabic letters. */
export function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}+$/u.test(word);
}

/**
 * What a folded Arabic word may be made of: itself, the word without article, and without endings of plural, dual, relation and
 * possession. Each is a guess that counts only where it is attested.
 */
export function stemsOf(word: string): string[] {
  const bare = withoutArticle(word);
  const joined = JOINED.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length));
  const heads = [word, bare, ...joined, ...joined.map((rest) => withoutArticle(rest))];
  return unique([...heads, ...heads.flatMap((head) => withoutEnding(head))].filter((stem) => stem.length >= STEM_MIN));
}

/** The word without article, and without what is written onto it. */
export function withoutArticle(word: string): string {
  const article = ARTICLES.find((known) => word.startsWith(known) && word.length - known.length >= STEM_MIN - 1);
  return article === undefined ? word : word.slice(article.length);
}

/** Whether a word is another one with a single letter written onto it: a guess, since بطاقة is no طاقة. */
export function isJoined(word: string, stem: string): boolean {
  return JOINED.some((prefix) => word.startsWith(prefix) && inflectionsOf(stem).has(word.slice(prefix.length)));
}

/** All forms in which a stem may stand in a text, as the index writes them. */
export function formsOf(stem: string): string[] {
  const inflected = [...inflectionsOf(stem)];
  return unique([
    ...inflected,
    ...inflected.flatMap((form) => ARTICLES.map((article) => `${article}${form}`)),
    ...inflected.flatMap((form) => JOINED.map((prefix) => `${prefix}${form}`)),
  ]);
}

/** Number, relation and possession of a stem; the ة of a feminine noun becomes ت before an ending. */
function inflectionsOf(stem: string): Set<string> {
  if (stem.endsWith('ه')) {
    const open = `${stem.slice(0, -1)}ت`;
    const endings = ['', 'ان', 'ين', ...PRONOUNS];
    return new Set([stem, `${stem.slice(0, -1)}ات`, ...endings.map((ending) => `${open}${ending}`)]);
  }
  return new Set(['', 'ات', 'ان', 'ين', 'ون', 'يه', 'يين', 'يون', 'يات', ...PRONOUNS].map((end) => `${stem}${end}`));
}

function withoutEnding(word: string): string[] {
  const stems: string[] = [];
  const cut = (ending: string, ...replacements: readonly string[]) => {
    if (word.endsWith(ending)) stems.push(...replacements.map((end) => `${word.slice(0, -ending.length)}${end}`));
  };
  cut('ات', 'ه', '');
  cut('يات', 'يه', '');
  cut('تان', 'ه');
  cut('تين', 'ه');
  cut('ان', '');
  cut('ين', '');
  cut('ون', '');
  cut('يون', '');
  cut('يين', '');
  cut('يه', '');
  cut('ي', '');
  for (const pronoun of PRONOUNS) {
    cut(`ت${pronoun}`, 'ه');
    cut(pronoun, '');
  }
  return stems;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
