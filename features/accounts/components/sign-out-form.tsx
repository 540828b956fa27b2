'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useActionState } from 'react';
import { Button } from '#ui/button.tsx';
import { signOutAction } from '../actions.ts';
import { type FormState, IDLE } from '../form-state.ts';
import { ProblemSummary } from './problem-summary.tsx';

interface SignOutFormProps {
  className: string;
  /** May hold it up. */
  onSubmit?: (event: FormEvent) => void;
}

/** Signs out by a form post, so that no link and no picture can do it. */
export function SignOutForm({ className, onSubmit }: SignOutFormProps) {
  const t = useTranslations('Accounts');
  const locale = useLocale();
  const [state, action, isPending] = useActionState<FormState, FormData>(signOutAction, IDLE);
  return (
    <form action={action} onSubmit={onSubmit}>
      <ProblemSummary labels={{}} state={state} />
      <input name="locale" type="hidden" value={locale} />
      <Button aria-disabled={isPending} className={className} type="submit">
        {isPending ? t('signingOut') : t('signOut')}
      </Button>
    </form>
  );
}
