/** What the process in front of the pages says in their place, by the last part of the page's address. */
export const SITE_PROBLEMS = [
  'badRequest',
  'foreign',
  'gone',
  'method',
  'misdirected',
  'moment',
  'notArrived',
  'tooLarge',
  'tooMany',
  'unavailable',
] as const;

/** What the process in front of the pages says in their place. */
export type SiteProblem = (typeof SITE_PROBLEMS)[number];

/** The problem of that name; `null` where there is none. */
export function siteProblemOf(code: string): SiteProblem | null {
  return SITE_PROBLEMS.find((problem) => problem === code) ?? null;
}
