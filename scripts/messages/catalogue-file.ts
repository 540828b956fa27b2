import { readFileSync } from 'node:fs';
import { decodeFile } from '#features/checks/decode-file.ts';
import type { CatalogueFinding } from '#features/checks/model.ts';
import { placeInFile, type ReadCatalogue, readCatalogue } from '#features/checks/read-catalogue.ts';
import { report } from '#features/checks/report.ts';

/** A catalogue with the file that it came from. */
export interface CatalogueFile extends ReadCatalogue {
  file: string;
  /** What the file holds; empty where it could not be read as text. */
  json: string;
}

/** A finding with its place, as far as it has one: what is missing stands nowhere. */
export interface PlacedFinding extends CatalogueFinding {
  file: string;
  line: number | null;
  column: number | null;
}

/**
 * Reads a catalogue; what keeps it from being read is a finding as well.
 *
 * @throws what the file system says where there is no such file
 */
export function readCatalogueFile(file: string, name = file): CatalogueFile {
  const { text, fault, ...decoded } = decodeFile(readFileSync(file));
  if (text === null) {
    const finding = { key: '', ...report('encoding', { subject: fault.encoding }) };
    return { file: name, json: '', texts: new Map(), places: new Map(), shapes: new Map(), findings: [finding] };
  }
  const read = readCatalogue(text);
  const mark = 'hasMark' in decoded && decoded.hasMark ? [{ key: '', ...report('encoding-mark') }] : [];
  return { ...read, file: name, json: text, findings: [...mark, ...read.findings] };
}

/** Says where in its file each finding stands. */
export function placeFindings(catalogue: CatalogueFile, findings: readonly CatalogueFinding[]): PlacedFinding[] {
  const { file, json } = catalogue;
  return findings.map((finding) => {
    const offset = offsetOf(catalogue, finding);
    if (offset === null) return { ...finding, file, line: null, column: null };
    return { ...finding, file, ...placeInFile(json, offset) };
  });
}

function offsetOf({ json, places, shapes }: CatalogueFile, finding: CatalogueFinding): number | null {
  const shape = shapes.get(finding);
  if (shape !== undefined) return shape;
  const start = places.get(finding.key);
  return start === undefined ? null : skipSigns(json, start, finding.range?.start ?? 0);
}

/** Behind the quotation mark, over so many signs of the text; an escape in the file is one of them. */
function skipSigns(json: string, start: number, count: number): number {
  let at = start + 1;
  for (let sign = 0; sign < count; sign += 1) {
    if (json[at] !== '\\') at += 1;
    else at += json[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
