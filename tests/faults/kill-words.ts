import type { Content } from '#features/records/model.ts';

/** Those who write at the same time, each one unit of its own. */
export const WRITERS = [
  { key: 'kill:1', scope: 'ar', kind: 'text', publishes: true, autosaves: false },
  { key: 'kill:2', scope: 'ar', kind: 'text', publishes: true, autosaves: false },
  // A translation of the first one's text: both touch its staleness.
  { key: 'kill:1', scope: 'de', kind: 'text', publishes: false, autosaves: true },
  { key: 'kill:3', scope: 'en', kind: 'text', publishes: true, autosaves: false },
  { key: 'kill:4', scope: 'facts', kind: 'facts', publishes: true, autosaves: false },
  { key: 'kill:4', scope: 'ar', kind: 'text', publishes: true, autosaves: false },
] as const;

/** One save that was or will be sent; its token is the key of the submit and stands in the content. */
export interface Attempt {
  token: string;
  command: 'autosave' | 'save';
  raw: { record: string; scope: string; baseRev: number; content: Content };
}

/** What the writing process says, a line of JSON each. */
export type Said =
  | { word: 'attempt'; attempt: Attempt }
  | { word: 'saved'; token: string; record: string; scope: string; rev: number }
  | { word: 'published'; record: string; scope: string; rev: number };
