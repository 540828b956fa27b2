import type { Content } from '#features/records/model.ts';

/** One text that is to be written: a word of its own, and where it goes. */
export interface Task {
  token: string;
  path: 'body.b1' | 'lead' | 'title';
}

/** What the writing processes are told: to write all at once from one base, or to settle one conflict by giving in. */
export type Order =
  | { word: 'write'; record: string; baseRev: number; content: Content; tasks: Task[] }
  | { word: 'settle'; record: string; baseRev: number; content: Content; task: Task; against: number };

/** What became of one text: its version, or the conflict that its writer was shown. */
export interface Outcome {
  token: string;
  path: Task['path'];
  ms: number;
  /** How often the database was too busy, and it was sent again. */
  sentAgain: number;
  rev: number | null;
  isMerge: boolean;
  conflict: { base: unknown; theirs: unknown; mine: unknown } | null;
}

/** The content with a text in its place. */
export function contentWith(content: Content, { path, token }: Task): Content {
  if (path !== 'body.b1') return { ...content, [path]: token };
  const block = { type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: token }] };
  return { ...content, body: { type: 'doc', content: [block] } };
}

/** The text that stands in a place of a content, or in what a conflict shows of it. */
export function tokenIn(value: unknown): string {
  return /tok-\d+-\d+/u.exec(JSON.stringify(value) ?? '')?.[0] ?? '';
}
