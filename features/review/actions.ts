'use server';

import type { FormState } from '#features/accounts/form-state.ts';
import { submit } from '#features/accounts/submit.ts';
import { addComment } from './commands/add-comment.ts';
import { answerComment } from './commands/answer-comment.ts';
import { reopenComment } from './commands/reopen-comment.ts';
import { resolveComment } from './commands/resolve-comment.ts';

export async function addCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(addComment, form);
}

export async function answerCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(answerComment, form);
}

export async function resolveCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(resolveComment, form);
}

export async function reopenCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submit(reopenComment, form);
}
