import type { Catalogue, CatalogueFinding } from './model.ts';

/** A catalogue as its file holds it, and what is wrong with its shape. */
export interface ReadCatalogue {
  texts: Catalogue;
  findings: CatalogueFinding[];
}

/**
 * Reads nested texts, `{"Home": {"title": "…"}}`, into keys such as `Home.title`. Names stand in the order of their code
 * points, so that two branches that add texts seldom meet in one line.
 */
export function readCatalogue(nested: unknown): ReadCatalogue {
  const texts = new Map<string, string>();
  const findings: CatalogueFinding[] = [];
  read(nested, '');
  return { texts, findings };

  function read(value: unknown, key: string): void {
    if (typeof value === 'string') {
      texts.set(key, value);
      return;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      findings.push({ key, check: 'not-text', subject: '', offset: null });
      return;
    }
    let before = '';
    for (const [name, inner] of Object.entries(value)) {
      const path = key === '' ? name : `${key}.${name}`;
      // JSON.parse itself puts whole numbers first, whatever the file says.
      if (!isNumber(name) && name < before)
        findings.push({ key: path, check: 'unsorted', subject: before, offset: null });
      if (!isNumber(name)) before = name;
      read(inner, path);
    }
  }
}

function isNumber(name: string): boolean {
  return /^\d+$/u.test(name);
}
