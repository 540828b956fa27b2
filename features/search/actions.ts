'use server';

import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { removeSynonyms } from './commands/remove-synonyms.ts';
import { saveSynonyms } from './commands/save-synonyms.ts';

export async function saveSynonymsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(saveSynonyms, form);
}

export async function removeSynonymsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(removeSynonyms, form);
}
