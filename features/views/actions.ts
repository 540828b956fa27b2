'use server';

import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { changeView } from './commands/change-view.ts';
import { keepView } from './commands/keep-view.ts';
import { removeView } from './commands/remove-view.ts';

export async function keepViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(keepView, form);
}

export async function changeViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(changeView, form);
}

export async function removeViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(removeView, form);
}
