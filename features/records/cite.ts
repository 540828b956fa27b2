/** What a citation names. */
export interface Cited {
  title: string;
  /** The permanent short name, such as `P-101`. */
  ref: string;
  /** The version that is cited, and its day, `YYYY-MM-DD`. */
  version: number;
  day: string;
  /** The whole permanent address. */
  url: string;
}

/** A BibTeX entry. Braces and backslashes would end or change a value, so they become spaces. */
export function bibtexOf({ title, ref, version, day, url }: Cited): string {
  const value = (text: string) =>
    text
      .replaceAll(/[{}\\]/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  return [
    `@misc{madinatan-${value(ref)}-v${String(version)},`,
    `  title = {{${value(title)}}},`,
    '  author = {{Madinatan}},',
    `  year = {${day.slice(0, 4)}},`,
    `  note = {${value(ref)}, version ${String(version)} of ${day}},`,
    `  url = {${value(url)}},`,
    '}',
  ].join('\n');
}
