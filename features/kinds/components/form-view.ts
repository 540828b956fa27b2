'use client';

import { createContext, useContext } from 'react';
import type { LastChange } from '#features/records/queries/list-last-changes.ts';
import type { FieldProblem } from '#platform/problem.ts';
import type { Posted } from '../posted-items.ts';
import type { UnitView } from '../unit-view.ts';
import type { FieldWords } from './field-names.tsx';

/** What every control of a unit's form needs to know. */
export interface FormView extends UnitView {
  words: FieldWords;
  /** What a refused form brought back; `null` for one that shows what is stored. */
  posted: Posted | null;
  /** Who changed each place last, asked once; `null` where nobody could be asked. */
  lastChanges: () => Promise<LastChange[] | null>;
  /** Problems by the name of the control. */
  problems: ReadonlyMap<string, FieldProblem>;
}

const Context = createContext<FormView | null>(null);

/** Gives the controls below what they need to know. */
export const FormViewProvider = Context.Provider;

/** What the form around a control knows. */
export function useFormView(): FormView {
  const view = useContext(Context);
  if (view === null) throw new Error('a control of a unit stands outside its form');
  return view;
}
