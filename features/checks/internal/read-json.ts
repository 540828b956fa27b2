/** A value in a JSON file, with its place and everything that `JSON.parse` would forget. */
export type JsonNode =
  | { type: 'text'; value: string; start: number }
  | { type: 'object'; members: JsonMember[]; start: number }
  | { type: 'other'; start: number };

/** One name of an object; a name may come twice. */
export interface JsonMember {
  name: string;
  /** Where the name stands. */
  start: number;
  value: JsonNode;
}

/** What a file is, or where it stops being JSON. */
export type JsonDocument = { root: JsonNode; fault: null } | { root: null; fault: { reason: string; offset: number } };

const TOKEN =
  /([{}[\]:,])|("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001F]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b)/uy;
const SPACE = /[ \t\n\r]*/uy;
/** Deeper than any catalogue, far below what exhausts the stack. */
const DEPTH_MAX = 100;

/** A sign of JSON, or a value without inner ones; `sign` is empty at the end of the file. */
interface Token {
  sign: string;
  start: number;
  text: string | null;
}

type Next = () => Token;

class JsonFault extends Error {
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/** Reads JSON and keeps places and names that come twice. */
export function readJson(text: string): JsonDocument {
  const next = tokensOf(text);
  try {
    const root = readValue(next(), next, 0);
    const rest = next();
    if (rest.sign !== '') throw new JsonFault('something follows the end', rest.start);
    return { root, fault: null };
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown;
    return { root: null, fault: { reason: thrown.message, offset: thrown.offset } };
  }
}

function tokensOf(text: string): Next {
  let at = 0;
  return () => {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    const start = at;
    if (start === text.length) return { sign: '', start, text: null };
    TOKEN.lastIndex = start;
    const found = TOKEN.exec(text);
    if (found === null) throw new JsonFault(`unexpected ${text.slice(start, start + 12)}`, start);
    at += found[0].length;
    return { sign: found[1] ?? 'value', start, text: found[2] === undefined ? null : decode(found[2]) };
  };
}

function readValue(token: Token, next: Next, depth: number): JsonNode {
  const { sign, start, text } = token;
  if (depth > DEPTH_MAX) throw new JsonFault('nested too deep', start);
  if (sign === '{') return { type: 'object', members: readMembers(next, depth + 1), start };
  if (sign === '[') {
    readItems(next, depth + 1);
    return { type: 'other', start };
  }
  if (sign !== 'value') throw new JsonFault(sign === '' ? 'the file ends too early' : `unexpected ${sign}`, start);
  return text === null ? { type: 'other', start } : { type: 'text', value: text, start };
}

function readMembers(next: Next, depth: number): JsonMember[] {
  const members: JsonMember[] = [];
  let token = next();
  if (token.sign === '}') return members;
  for (;;) {
    if (token.text === null) throw new JsonFault('a name in quotes belongs here', token.start);
    expect(next(), ':');
    members.push({ name: token.text, start: token.start, value: readValue(next(), next, depth) });
    const end = next();
    if (end.sign === '}') return members;
    expect(end, ',');
    token = next();
  }
}

function readItems(next: Next, depth: number): void {
  let token = next();
  if (token.sign === ']') return;
  for (;;) {
    readValue(token, next, depth);
    const end = next();
    if (end.sign === ']') return;
    expect(end, ',');
    token = next();
  }
}

function expect(token: Token, sign: string): void {
  if (token.sign !== sign)
    throw new JsonFault(token.sign === '' ? 'the file ends too early' : `${sign} belongs here`, token.start);
}

/** The pattern let only well-formed strings through. */
function decode(quoted: string): string {
  return JSON.parse(quoted) as string;
}
