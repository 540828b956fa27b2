'use server';

import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { markAllRead } from './commands/mark-all-read.ts';
import { markRead } from './commands/mark-read.ts';
import { sendAgain } from './commands/send-again.ts';
import { setMailing } from './commands/set-mailing.ts';

export async function markReadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(markRead, form);
}

export async function markAllReadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(markAllRead, form);
}

export async function setMailingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(setMailing, form);
}

export async function sendAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(sendAgain, form);
}
