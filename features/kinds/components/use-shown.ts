'use client';

import { useMemo, useState } from 'react';
import type { FormState } from '#features/accounts/form-state.ts';
import { controlName, postedFields } from '../posted-items.ts';
import type { UnitView } from '../unit-view.ts';
import type { DeviceDraft } from './device-drafts.ts';
import { useFieldWords } from './field-names.tsx';
import type { FormView } from './form-view.ts';

/**
 * What the controls of a form show: what is stored, or, on a page that was made without script after a refusal, what came
 * back, or what the device had kept. With script the fields keep what is typed in them, so what came back must not move them about.
 */
export function useShown(view: UnitView, state: FormState, restored: DeviceDraft | null): FormView {
  const words = useFieldWords(view.kind);
  const [posted] = useState(() => (restored === null ? postedIn(state) : postedFields(restored.values)));
  // A refused form goes on from where its writer began, whatever head the page has been made with since.
  const [baseRev] = useState(() => restored?.baseRev ?? Number(posted?.get('baseRev')?.[0] ?? view.baseRev));
  return useMemo(
    () => ({ ...view, baseRev, words, posted, problems: problemsByControl(state) }),
    [view, baseRev, words, posted, state],
  );
}

function postedIn(state: FormState) {
  return state.status === 'refused' && state.values.length > 0 ? postedFields(state.values) : null;
}

function problemsByControl(state: FormState): FormView['problems'] {
  if (state.status !== 'refused') return new Map();
  const posted = postedFields(state.values);
  return new Map((state.fields ?? []).map((problem) => [controlName(posted, problem.path), problem]));
}
