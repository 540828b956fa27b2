/** Letters that Unicode does not take apart into a basic letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
};

/** The most letters of one name in an address part: two of them and what tells them apart have to fit into 80. */
const LENGTH_MAX = 32;

/** A Latin name as a part of an address: `Łódź` as `lodz`, `İzmir` as `izmir`; empty for a name in other letters. */
export function latinSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\u0000-\u007F]/gu, (letter) => LETTERS[letter] ?? (/[\p{L}\p{N}]/u.test(letter) ? letter : '-'))
    .replaceAll(/['’ʻʼ`]/gu, '');
  if (/[^\u0000-\u007F]/u.test(plain)) return '';
  return trimTo(plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, ''));
}

/** Ends at a whole word where the name is too long. */
function trimTo(slug: string): string {
  if (slug.length <= LENGTH_MAX) return slug;
  const cut = slug.slice(0, LENGTH_MAX + 1);
  const at = cut.lastIndexOf('-');
  return at > 0 ? cut.slice(0, at) : slug.slice(0, LENGTH_MAX);
}

/**
 * The first wish that nobody has, which is then taken.
 *
 * @param wishes - from the shortest to one that is unique by itself
 */
export function takeFirstFree(taken: Set<string>, wishes: readonly string[]): string {
  const free = wishes.find((wish) => !taken.has(wish)) ?? wishes.at(-1) ?? '';
  taken.add(free);
  return free;
}
