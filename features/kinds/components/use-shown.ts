'use client';

import { useMemo, useState } from 'react';
import type { FormState } from '#features/accounts/form-state.ts';
import type { LastChange } from '#features/records/queries/list-last-changes.ts';
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
  const { address, scope } = view;
  const lastChanges = useMemo(() => askOnce(`${address}/last-changes?unit=${scope}`), [address, scope]);
  return useMemo(
    () => ({ ...view, baseRev, words, posted, lastChanges, problems: problemsByControl(state) }),
    [view, baseRev, words, posted, lastChanges, state],
  );
}

/** Asks when it is first wanted; an answer that did not come is asked for again. */
function askOnce(address: string): FormView['lastChanges'] {
  let asked: ReturnType<FormView['lastChanges']> | null = null;
  return async () => {
    asked ??= askLastChanges(address);
    const found = await asked;
    if (found === null) asked = null;
    return found;
  };
}

async function askLastChanges(address: string): ReturnType<FormView['lastChanges']> {
  try {
    const answer = await fetch(address);
    return answer.ok ? asLastChanges(await answer.json()) : null;
  } catch {
    return null;
  }
}

/** Our own server answers so. */
function asLastChanges(answer: unknown): LastChange[] {
  return answer as LastChange[];
}

function postedIn(state: FormState) {
  return state.status === 'refused' && state.values.length > 0 ? postedFields(state.values) : null;
}

function problemsByControl(state: FormState): FormView['problems'] {
  if (state.status !== 'refused') return new Map();
  const posted = postedFields(state.values);
  return new Map((state.fields ?? []).map((problem) => [controlName(posted, problem.path), problem]));
}
