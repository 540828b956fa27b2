'use client';

import { type RefObject, useEffect, useState } from 'react';
import { IDLE } from '#features/accounts/form-state.ts';
import { autosaveUnitAction } from '../actions.ts';
import type { UnitView } from '../unit-view.ts';
import { type DraftPlace, type FormValues, forgetOnDevice, keepOnDevice, valuesOf } from './device-drafts.ts';
import { useEditing } from './editing.tsx';
import { createKeeper, type KeepAnswer, type Keeper, type Keeping } from './keeper.ts';
import { FORM_LENGTH_MAX, lengthOf, submitKeyFor } from './unit-post.ts';

/** The keeping of one form, and where its words are right now. */
export interface FormKeeping {
  keeper: Keeper;
  keeping: Keeping;
}

/** Keeps what is typed in the form of a unit: on the device at once, at the server after a pause. */
export function useKeeping(form: RefObject<HTMLFormElement | null>, view: UnitView): FormKeeping {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'clean' });
  const [keeper] = useState(() => keeperOf(form, view, setKeeping));
  const editing = useEditing();
  const { scope } = view;

  useEffect(() => {
    const retry = () => keeper.retry();
    // On phones a page that is hidden may never be seen again.
    const turn = () => (document.visibilityState === 'hidden' ? void keeper.flush() : keeper.retry());
    window.addEventListener('online', retry);
    window.addEventListener('focus', retry);
    document.addEventListener('visibilitychange', turn);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('focus', retry);
      document.removeEventListener('visibilitychange', turn);
      keeper.stop();
    };
  }, [keeper]);
  useEffect(
    () => editing?.open({ scope, flush: () => keeper.flush(), rev: () => keeper.baseRev() }),
    [editing, keeper, scope],
  );

  return { keeper, keeping };
}

/** Where this device keeps the words of somebody in a unit. */
export function placeOf({ person, record, scope }: UnitView): DraftPlace {
  return { person, record, scope };
}

function keeperOf(form: RefObject<HTMLFormElement | null>, view: UnitView, tell: (keeping: Keeping) => void): Keeper {
  const place = placeOf(view);
  return createKeeper({
    baseRev: view.baseRev,
    read: () => (form.current === null ? null : valuesOf(new FormData(form.current))),
    send: (values, baseRev) => send(view, values, baseRev),
    keep: (values, baseRev) => keepOnDevice(place, { baseRev, at: new Date().toISOString(), values }),
    forget: () => forgetOnDevice(place),
    tell,
  });
}

/** A note and the word that a change is minor belong to a save by hand; a way back would leave the page. */
const BY_HAND = new Set(['note', 'minor', 'back']);

async function send(view: UnitView, values: FormValues, baseRev: number): Promise<KeepAnswer> {
  const form = new FormData();
  for (const [name, value] of values) if (!BY_HAND.has(name)) form.append(name, value);
  form.set('baseRev', String(baseRev));
  // History folds what was typed in one form.
  form.set('session', view.submitKey);
  form.set('submitKey', submitKeyFor(form, `${view.submitKey}-auto`));
  if (lengthOf(form) > FORM_LENGTH_MAX) return { code: 'tooLarge' };
  try {
    const state = await autosaveUnitAction(IDLE, form);
    if (state.status === 'done') return { rev: state.result.rev };
    return { code: state.status === 'refused' ? state.code : 'unexpected' };
  } catch {
    return { code: 'unreachable' };
  }
}
