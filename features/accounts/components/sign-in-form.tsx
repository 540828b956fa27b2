'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { signInAction } from '../actions.ts';
import { fieldProblem, type FormState, IDLE, typedValue } from '../form-state.ts';
import { EmailInput } from './email-input.tsx';
import { PasswordInput } from './password-input.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { useProblemText } from './use-problem-text.ts';

interface SignInFormProps {
  locale: Locale;
  /** Where to go afterwards, a path of this site. */
  next: string;
}

export function SignInForm({ locale, next }: SignInFormProps) {
  const t = useTranslations('SignIn');
  const tAccounts = useTranslations('Accounts');
  const textOf = useProblemText();
  const [state, action, isPending] = useActionState<FormState, FormData>(signInAction, IDLE);
  return (
    <form action={action} className="grid gap-6" noValidate>
      <ProblemSummary labels={{ email: tAccounts('email'), password: tAccounts('password') }} state={state} />
      <input name="locale" type="hidden" value={locale} />
      <input name="next" type="hidden" value={next} />
      <div>
        <EmailInput defaultValue={typedValue(state, 'email')} error={textOf(fieldProblem(state, 'email'))} />
        <PasswordInput
          autoComplete="current-password"
          error={textOf(fieldProblem(state, 'password'))}
          id="password"
          label={tAccounts('password')}
          required={tAccounts('required')}
        />
      </div>
      <Button aria-disabled={isPending} look="primary" type="submit">
        {isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
