import { listPath } from '#features/kinds/lists.ts';
import { writeCursor, type Cursor } from '#features/records/list-cursor.ts';
import type { KindName } from '#features/records/model.ts';
import type { Question } from '#features/views/model.ts';
import { questionParts, questionText } from '#features/views/question.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';

/** Where a list stands, and the addresses that lead on from it. */
export interface ListAddress {
  path: string;
  /** The id of the open view; `null` where none is. */
  view: string | null;
  /** The list with another question, from its beginning; a list of which nothing is asked belongs to no view. */
  to: (question: Question) => string;
  /** The same list from another place on. */
  from: (question: Question, place: { after?: Cursor; before?: Cursor }) => string;
  /** The file of all records of the list. */
  file: (question: Question, asked: Readonly<Record<string, string>>) => string;
}

/** The addresses of the list of a kind. */
export function listAddress(locale: Locale, kind: KindName, view: string | null): ListAddress {
  const path = localisePath(locale, listPath(kind));
  const parts = (question: Question) => ({
    ...questionParts(question),
    view: questionText(question) === '' ? '' : (view ?? ''),
  });
  return {
    path,
    view,
    to: (question) => addressWith(path, parts(question)),
    from: (question, { after, before }) =>
      addressWith(path, {
        ...parts(question),
        after: after === undefined ? '' : writeCursor(after),
        before: before === undefined ? '' : writeCursor(before),
      }),
    file: (question, asked) => addressWith(`${path}/export`, { ...questionParts(question), ...asked }),
  };
}
