/** What is taken out of something that is pasted. */
export const LOSSES = [
  'pictures',
  'media',
  'controls',
  'scripts',
  'comments',
  'deletions',
  'hidden',
  'links',
  'footnotes',
  'nesting',
  'tables',
  'styles',
  'directionSigns',
  'invisible',
  'letterForms',
] as const;

/** A sort of thing that is taken out. */
export type Loss = (typeof LOSSES)[number];

/** Counts what is taken out. */
export interface Losses {
  add: (loss: Loss, count?: number) => void;
  /** Each sort that occurred with how often, in the order of the list. */
  counted: () => { loss: Loss; count: number }[];
}

/** A count that begins with nothing. */
export function countLosses(): Losses {
  const counts = new Map<Loss, number>();
  return {
    add: (loss, count = 1) => {
      if (count > 0) counts.set(loss, (counts.get(loss) ?? 0) + count);
    },
    counted: () =>
      LOSSES.flatMap((loss) => {
        const count = counts.get(loss);
        return count === undefined ? [] : [{ loss, count }];
      }),
  };
}
