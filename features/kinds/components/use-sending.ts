'use client';

import { unstable_rethrow as rethrowOfFramework } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { type FormState, IDLE, type RefusedState } from '#features/accounts/form-state.ts';

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** A form that is being written, and what became of it when it was last sent. */
export interface Sending {
  state: FormState;
  isPending: boolean;
  /** For the attribute `action`: posts the form where no script runs. */
  post: (form: FormData) => void;
  send: (form: FormData) => void;
}

const UNREACHABLE: RefusedState = { status: 'refused', code: 'unreachable', values: [] };

/**
 * Sends a form by script and keeps it as it stands, whatever comes back: React would empty the fields of a form that it posts
 * by itself, and where no answer comes at all it would put an error in the place of the page with everything typed in it.
 */
export function useSending(action: Action): Sending {
  const [posted, post, isPosting] = useActionState(action, IDLE);
  const [answered, setAnswered] = useState<FormState | null>(null);
  const [isSending, startSending] = useTransition();
  const state = answered ?? posted;

  function send(form: FormData) {
    startSending(async () => {
      try {
        setAnswered(await action(state, form));
      } catch (thrown) {
        // A redirect is an answer.
        rethrowOfFramework(thrown);
        setAnswered(UNREACHABLE);
      }
    });
  }

  return { state, post, send, isPending: isPosting || isSending };
}

/** The form that an event is about, which is not to be posted by the browser. */
export function formOf(event: FormEvent<HTMLFormElement>): FormData {
  event.preventDefault();
  return new FormData(event.currentTarget);
}
