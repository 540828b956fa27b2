import { checkMessage } from './check-message.ts';
import { report } from './report.ts';
import type { Catalogue, CatalogueFinding, CheckContext } from './model.ts';

/** What belongs to one key alone, where it is known. */
export type KeyContext = Pick<CheckContext, 'maxLength' | 'tags'>;

/** Two texts of a language and its source. */
export interface CataloguePair {
  source: Catalogue;
  target: Catalogue;
  /** What is known of single keys. */
  keys?: ReadonlyMap<string, KeyContext>;
}

/** More words than this in one text for two keys is worth a look: two menu items that cannot be told apart. */
const REUSED_WORDS_MIN = 3;

/** What is wrong with a catalogue: each text by itself, and against the source, which decides on keys and arguments. */
export function checkCatalogue({ source, target, keys }: CataloguePair, context: CheckContext): CatalogueFinding[] {
  const missing = [...source.keys()].filter((key) => !target.has(key));
  const orphans = [...target.keys()].filter((key) => !source.has(key));
  return [
    ...missing.map((key) => ({ key, ...report('missing') })),
    ...orphans.map((key) => ({ key, ...report('orphan') })),
    ...[...target].flatMap(([key, text]) => {
      const pair = { source: source.get(key) ?? null, target: text };
      return checkMessage(pair, { ...context, ...keys?.get(key) }).map((finding) => ({ key, ...finding }));
    }),
    ...(source === target ? [] : compareSiblings(source, target)),
  ];
}

/** One source text in several words, and several source texts in the same words. */
function compareSiblings(source: Catalogue, target: Catalogue): CatalogueFinding[] {
  const pairs = [...target].flatMap(([key, text]) => {
    const wanted = source.get(key);
    return wanted === undefined ? [] : [{ key, text, wanted }];
  });
  const isLong = (text: string) => text.split(' ', REUSED_WORDS_MIN).length >= REUSED_WORDS_MIN;
  return [
    ...differing(pairs.map(({ key, text, wanted }) => ({ key, of: wanted, is: text }))).map(({ key, first }) => ({
      key,
      ...report('inconsistent', { wanted: first.is, subject: first.key }),
    })),
    ...differing(
      pairs.filter(({ text }) => isLong(text)).map(({ key, text, wanted }) => ({ key, of: text, is: wanted })),
    ).map(({ key, first }) => ({ key, ...report('reused', { wanted: first.is, subject: first.key }) })),
  ];
}

interface Sibling {
  key: string;
  of: string;
  is: string;
}

/** Those that are not what the first of their like is. */
function differing(siblings: readonly Sibling[]): { key: string; first: Sibling }[] {
  const firsts = new Map<string, Sibling>();
  return siblings.flatMap((sibling) => {
    const first = firsts.get(sibling.of);
    if (first === undefined) firsts.set(sibling.of, sibling);
    return first === undefined || first.is === sibling.is ? [] : [{ key: sibling.key, first }];
  });
}
