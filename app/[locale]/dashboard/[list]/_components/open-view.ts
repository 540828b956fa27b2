import type { KindName } from '#features/records/model.ts';
import {
  PLAIN,
  questionText,
  type Asked,
  type QuestionFault,
  readQuestion,
  readQuestionText,
} from '#features/views/question.ts';
import type { Question } from '#features/views/model.ts';
import type { SavedView } from '#features/views/queries/list-saved-views.ts';

/** The view that an address names. */
export interface NamedView {
  /** `null` where none is named, or none of that id is for this person. */
  known: SavedView | null;
  isGone: boolean;
  /** Its kept question means nothing any more. */
  isInvalid: boolean;
}

/** What a list shows: what the address asks, or where it names a view and asks nothing else, what was kept. */
export interface OpenView {
  question: Question;
  faults: QuestionFault[];
  view: NamedView;
  /** The list differs from the view that is open. */
  isChanged: boolean;
}

/** @param asked - untrusted */
export function openView(asked: Asked, kind: KindName, views: readonly SavedView[]): OpenView {
  const read = readQuestion(asked, kind);
  const id = typeof asked['view'] === 'string' ? asked['view'] : '';
  const known = views.find((view) => view.id === id) ?? null;
  if (known === null) return { ...read, view: { known, isGone: id !== '', isInvalid: false }, isChanged: false };
  const kept = readQuestionText(known.question, kind);
  const isInvalid = kept.faults.length > 0;
  const view = { known, isGone: false, isInvalid };
  // What a form sends is asked, be it nothing at all.
  const isBare = Object.keys(asked).every((key) => key === 'view' || key === 'done');
  if (isBare) return { question: isInvalid ? PLAIN : kept.question, faults: [], view, isChanged: isInvalid };
  return { ...read, view, isChanged: isInvalid || questionText(read.question) !== questionText(kept.question) };
}
