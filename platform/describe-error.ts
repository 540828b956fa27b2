/** What the log keeps of something thrown: enough to find the fault, nothing that somebody typed. */
export interface DescribedError {
  name: string;
  message?: string;
  code?: string;
  /** The statement with placeholders; its parameters are what people typed, so they are left out. */
  query?: string;
  constraint?: string;
  table?: string;
  column?: string;
  /** What Next shows to the reader on the page that failed. */
  digest?: string;
  /** Where it was thrown, innermost first. */
  frames?: string[];
  cause?: DescribedError;
  errors?: DescribedError[];
}

const DEPTH_MAX = 5;
const FRAMES_MAX = 12;
const TEXT_LENGTH_MAX = 2000;

/**
 * What may be written down about something thrown. Drizzle puts parameters into its messages and Postgres quotes values
 * that it cannot read; addresses of databases carry passwords. None of these is kept.
 */
export function describeError(thrown: unknown, depth = 1): DescribedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: nameOfOther(thrown) };
  const described: DescribedError = { name: thrown.name };
  Object.assign(described, describeMessage(thrown), describeMarks(thrown));
  const frames = framesOf(thrown);
  if (frames.length > 0) described.frames = frames;
  if (depth === DEPTH_MAX) return described;
  if (thrown.cause !== undefined) described.cause = describeError(thrown.cause, depth + 1);
  if (thrown instanceof AggregateError) {
    described.errors = thrown.errors.slice(0, DEPTH_MAX).map((part: unknown) => describeError(part, depth + 1));
  }
  return described;
}

/** The text without the passwords of addresses in it, cut to a length that fits a line of the log. */
export function withoutSecrets(text: string): string {
  const clean = text.replaceAll(/(\b[a-z][\w+.-]*:\/\/[^\s:/?#]*):[^\s]*@/giu, '$1:***@');
  return clean.length > TEXT_LENGTH_MAX ? `${clean.slice(0, TEXT_LENGTH_MAX)}…` : clean;
}

function describeMessage(thrown: Error): Partial<DescribedError> {
  const query = textOf(thrown, 'query');
  if (query !== null && 'params' in thrown) return { query: withoutSecrets(query) };
  return isAboutValues(thrown) ? {} : { message: withoutSecrets(thrown.message) };
}

/** Postgres quotes the value in what it says about a value: class 22, and syntax of a type given as text. */
function isAboutValues(thrown: Error): boolean {
  return 'severity' in thrown && (textOf(thrown, 'code')?.startsWith('22') ?? false);
}

function describeMarks(thrown: Error): Partial<DescribedError> {
  const known = {
    code: textOf(thrown, 'code'),
    constraint: textOf(thrown, 'constraint_name'),
    table: textOf(thrown, 'table_name'),
    column: textOf(thrown, 'column_name'),
    digest: textOf(thrown, 'digest'),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}

/** The stack begins with the message, which may have several lines, some of which could look like a frame. */
function framesOf({ message, stack = '' }: Error): string[] {
  const lines = stack.replace(message, '').split('\n');
  return lines
    .filter((line) => /^ {4}at .+:\d+\)?$/u.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim().slice('at '.length));
}

function textOf(thrown: Error, key: string): string | null {
  const value: unknown = Reflect.get(thrown, key);
  return typeof value === 'string' ? value : null;
}

/** A thrown object could hold anything, so only plain words are kept of what is not an error. */
function nameOfOther(thrown: unknown): string {
  return typeof thrown === 'string' ? withoutSecrets(thrown) : Object.prototype.toString.call(thrown);
}
