/** Endings of number and case that English and German put onto a word. */
const ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er', 'ern'] as const;
const STEM_MIN = 4;

/** Words that say how others belong together, folded; a query rarely means them. */
const SMALL_WORDS = new Set(
  `في من الي علي مع بين عن او ثم هي هو هذه هذا ذلك التي الذي ما
  und oder der die das den dem des ein eine einer mit von vom zu zum zur im am auf fuer zwischen aus bei
  and or the a an of in on at to with for from between by`.split(/\s+/u),
);

/** Whether a folded word only joins others. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word) || word === 'و';
}

/** A folded Latin word, and what is left of it without an ending; guesses that count only where they are attested. */
export function latinStemsOf(word: string): string[] {
  const cut = ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= STEM_MIN);
  return [word, ...cut.map((ending) => word.slice(0, -ending.length))];
}

/** The forms in which a folded Latin word may stand in a text. */
export function latinFormsOf(stem: string): string[] {
  return stem.length < STEM_MIN ? [stem] : [stem, ...ENDINGS.map((ending) => `${stem}${ending}`)];
}
