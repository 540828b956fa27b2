/** How a term is said in one language. */
export interface TermForms {
  /** The word to use. */
  preferred: string;
  /** Other words that are right as well: plurals that no rule makes, synonyms. */
  accepted: readonly string[];
  /** Words that are never used for it. */
  forbidden: readonly string[];
}

/** One entry of the glossary. */
export interface Term {
  /** Stable name, `twinning`. */
  key: string;
  /** By language, `ar`. */
  forms: Readonly<Record<string, TermForms>>;
  /** Whether its absence blocks until a reviewer lets it pass. */
  isRequired: boolean;
  /** Stays as it is in every language: HafenCity, IURC. */
  isUntranslated: boolean;
}
