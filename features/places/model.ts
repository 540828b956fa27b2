/**
 * The heading under which a name stands in an alphabetical list: its first letter, with the forms of alif under ا and
 * letters with marks under the letter itself.
 *
 * @param sortKey - the name without a leading article
 */
export function letterOf(sortKey: string): string {
  const bare = sortKey.normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
  const [first = ''] = bare;
  if (!/\p{L}/u.test(first)) return '#';
  return first === 'ٱ' ? 'ا' : first.toLocaleUpperCase('en');
}
