/** Why a text is no JSON that an import reads, and where. */
export interface JsonFault {
  reason: 'keyTwice' | 'notJson' | 'tooDeep';
  /** In UTF-16 units from the beginning. */
  offset: number;
  /** The name that stands twice. */
  name?: string;
}

const DEPTH_MAX = 64;
const SPACE = /[ \t\n\r]*/uy;
const STRING = /"(?:[^"\\\u0000-\u001F]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** A list or object that was opened and not closed yet. */
interface Open {
  end: '}' | ']';
  /** The names so far, of an object. */
  names: Set<string>;
}

/**
 * The first place at which a text stops being JSON, is nested too deeply, or names something twice, of which a parser would
 * keep the last in silence. Parsers themselves name the place in many ways or not at all.
 *
 * @returns `null` for a text that can be parsed
 */
export function findJsonFault(text: string): JsonFault | null {
  const reader = readerOf(text);
  const stack: Open[] = [];
  for (;;) {
    const fault = readValue(reader, stack) ?? closeAndContinue(reader, stack);
    if (fault === 'end') return null;
    if (fault !== null) return fault;
  }
}

/** Reads up to where the next value begins inside, or past a value that holds none. */
function readValue(reader: Reader, stack: Open[]): JsonFault | null {
  for (;;) {
    const sign = reader.skipSpace();
    if (sign !== '{' && sign !== '[') return sign === '"' ? readString(reader) : readScalar(reader);
    if (stack.length === DEPTH_MAX) return { reason: 'tooDeep', offset: reader.offset() };
    reader.step();
    const opened: Open = { end: sign === '{' ? '}' : ']', names: new Set() };
    stack.push(opened);
    if (reader.skipSpace() === opened.end) return null;
    const fault = opened.end === '}' ? readName(reader, opened) : null;
    if (fault !== null) return fault;
  }
}

/** After a value: ends whatever ends here and reads up to the next value; `end` where the text is over. */
function closeAndContinue(reader: Reader, stack: Open[]): JsonFault | 'end' | null {
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const sign = reader.skipSpace();
    if (sign === ',') {
      reader.step();
      return open.end === '}' ? readName(reader, open) : null;
    }
    if (sign !== open.end) return notJson(reader);
    reader.step();
    stack.pop();
  }
  return reader.skipSpace() === '' ? 'end' : notJson(reader);
}

function readName(reader: Reader, { names }: Open): JsonFault | null {
  if (reader.skipSpace() !== '"') return notJson(reader);
  const offset = reader.offset();
  const fault = readString(reader);
  if (fault !== null) return fault;
  const name = String(JSON.parse(reader.since(offset)));
  if (names.has(name)) return { reason: 'keyTwice', offset, name };
  names.add(name);
  if (reader.skipSpace() !== ':') return notJson(reader);
  reader.step();
  return null;
}

function readString(reader: Reader): JsonFault | null {
  reader.take(STRING);
  if (reader.sign() !== '"') return notJson(reader);
  reader.step();
  return null;
}

function readScalar(reader: Reader): JsonFault | null {
  return reader.take(SCALAR) ? null : notJson(reader);
}

function notJson(reader: Reader): JsonFault {
  return { reason: 'notJson', offset: reader.offset() };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(text: string) {
  let at = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  return {
    take,
    sign: () => text.charAt(at),
    step: () => void (at += 1),
    offset: () => at,
    since: (offset: number) => text.slice(offset, at),
    skipSpace: () => {
      take(SPACE);
      return text.charAt(at);
    },
  };
}
