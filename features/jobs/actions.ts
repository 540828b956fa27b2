'use server';

import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { dropJob } from './commands/drop-job.ts';
import { retryJob } from './commands/retry-job.ts';

/** Has a failed job done once more. */
export async function retryJobAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(retryJob, form);
}

/** Gives up a failed job. */
export async function dropJobAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(dropJob, form);
}
