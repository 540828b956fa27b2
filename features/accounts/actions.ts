'use server';

import { closeSession } from './commands/close-session.ts';
import { openSession } from './commands/open-session.ts';
import { resetPassword } from './commands/reset-password.ts';
import { setUpPerson } from './commands/set-up-person.ts';
import type { FormState } from './form-state.ts';
import { submit } from './submit.ts';

/** Signs in. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(openSession, form);
}

/** Signs out this browser. */
export async function signOutAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(closeSession, form);
}

/** Makes the first administrator. */
export async function setUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(setUpPerson, form);
}

/** Takes a new password under a link. */
export async function resetPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(resetPassword, form);
}
