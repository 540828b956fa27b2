import { type JsonMember, type JsonNode, readJson } from './internal/read-json.ts';
import { report } from './report.ts';
import type { Catalogue, CatalogueFinding } from './model.ts';

/** A catalogue as its file holds it, and what is wrong with its shape. */
export interface ReadCatalogue {
  texts: Catalogue;
  findings: CatalogueFinding[];
  /** Where in the file the text of a key begins, its quotation mark included. */
  places: ReadonlyMap<string, number>;
  /** Where a finding of the shape stands, by finding. */
  shapes: ReadonlyMap<CatalogueFinding, number>;
}

/** Names that mean something to every object of JavaScript: a merge of catalogues loses or misreads them. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
/** What may stand beside the text in the shapes of other tools. */
const BESIDE = new Set(['col', 'comment', 'description', 'end', 'file', 'id', 'line', 'start']);
const TEXT_NAMES = ['defaultMessage', 'message', 'string'];

/**
 * Reads the file of a catalogue: nested texts, `{"Home": {"title": "…"}}`, flat ones, `{"Home.title": "…"}`, or those of
 * FormatJS, `{"Home.title": {"defaultMessage": "…", "description": "…"}}`. Names stand in the order of their code points, so
 * that two branches that add texts seldom meet in one line.
 */
export function readCatalogue(json: string): ReadCatalogue {
  const texts = new Map<string, string>();
  const findings: CatalogueFinding[] = [];
  const places = new Map<string, number>();
  const shapes = new Map<CatalogueFinding, number>();
  const groups = new Set<string>();
  const { root, fault } = readJson(json);
  if (root === null) say({ key: '', ...report('json-syntax', { subject: fault.reason }) }, fault.offset);
  else read(root, '');
  for (const key of texts.keys()) {
    if (groups.has(key)) say({ key, ...report('key-collision') }, places.get(key) ?? 0);
  }
  return { texts, findings, places, shapes };

  function say(finding: CatalogueFinding, offset: number): void {
    findings.push(finding);
    shapes.set(finding, offset);
  }

  function read(node: JsonNode, key: string): void {
    const text = textOf(node);
    if (text !== null && key !== '') {
      if (texts.has(key)) say({ key, ...report('key-duplicate') }, text.start);
      texts.set(key, text.value);
      places.set(key, text.start);
      return;
    }
    if (node.type === 'object') readGroup(node.members, key);
    else say({ key, ...report('not-text') }, node.start);
  }

  function readGroup(members: readonly JsonMember[], key: string): void {
    let before = '';
    const seen = new Set<string>();
    for (const { name, start, value } of members) {
      const path = key === '' ? name : `${key}.${name}`;
      // Twice the same text is said where the text is read.
      if (seen.has(name) && textOf(value) === null) say({ key: path, ...report('key-duplicate') }, start);
      if (name.split('.').some((part) => RESERVED.has(part)))
        say({ key: path, ...report('key-reserved', { subject: name }) }, start);
      // JSON.parse itself puts whole numbers first, whatever the file says.
      if (!isNumber(name) && name < before) say({ key: path, ...report('unsorted', { subject: before }) }, start);
      if (!isNumber(name)) before = name;
      seen.add(name);
      addGroups(path);
      read(value, path);
    }
  }

  /** `a` and `a.b` cannot both be texts once dots are taken for nesting. */
  function addGroups(path: string): void {
    for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      const group = path.slice(0, dot);
      if (groups.has(group)) return;
      groups.add(group);
    }
  }
}

/** Line and column of an offset, both from 1. */
export function placeInFile(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** The text of an entry, also where other tools put a description beside it. */
function textOf(node: JsonNode): { value: string; start: number } | null {
  if (node.type === 'text') return node;
  if (node.type === 'other') return null;
  const { members } = node;
  const text = members.find(({ name, value }) => TEXT_NAMES.includes(name) && value.type === 'text');
  const isEntry = members.every(
    ({ name, value }) => TEXT_NAMES.includes(name) || (BESIDE.has(name) && value.type !== 'object'),
  );
  const isMarked = text?.name === 'defaultMessage' || members.length > 1;
  return text?.value.type === 'text' && isEntry && isMarked ? text.value : null;
}

function isNumber(name: string): boolean {
  return /^\d+$/u.test(name);
}
