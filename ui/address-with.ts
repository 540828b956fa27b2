/** What a page is asked by its address: values by key, of some keys several. */
export type Question = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An address with a question, its keys in the order in which everybody writes them; empty values are left out. */
export function addressWith(path: string, question: Question): string {
  const pairs = Object.entries(question)
    .flatMap(([key, value]) => (typeof value === 'string' ? [value] : (value ?? [])).map((one) => [key, one]))
    .filter(([, value]) => value !== '');
  const search = new URLSearchParams(pairs);
  search.sort();
  const asked = search.toString();
  return asked === '' ? path : `${path}?${asked}`;
}

/** The values of a key in an address, as the framework gives them: none, one or several. */
function valuesOf(asked: Question, key: string): string[] {
  const value = asked[key];
  if (value === undefined) return [];
  return (typeof value === 'string' ? [value] : [...value]).map((one) => one.trim()).filter((one) => one !== '');
}

/** The first value of a key; empty where there is none. */
export function valueOf(asked: Question, key: string): string {
  return valuesOf(asked, key)[0] ?? '';
}
