'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { resetPasswordAction } from '../actions.ts';
import { fieldProblem, type FormState, IDLE } from '../form-state.ts';
import { PASSWORD_LENGTH } from '../password-rules.ts';
import { PasswordInput } from './password-input.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { useProblemText } from './use-problem-text.ts';

interface NewPasswordFormProps {
  locale: Locale;
  token: string;
  /** Of the account, so that a password manager knows whose password it keeps. */
  email: string;
}

export function NewPasswordForm({ locale, token, email }: NewPasswordFormProps) {
  const t = useTranslations('SetUp');
  const tAccounts = useTranslations('Accounts');
  const textOf = useProblemText();
  const [state, action, isPending] = useActionState<FormState, FormData>(resetPasswordAction, IDLE);
  return (
    <form action={action} className="grid gap-6" noValidate>
      <ProblemSummary labels={{ password: t('newPassword') }} state={state} />
      <input name="locale" type="hidden" value={locale} />
      <input name="token" type="hidden" value={token} />
      <input autoComplete="username" defaultValue={email} hidden readOnly type="email" />
      <PasswordInput
        autoComplete="new-password"
        error={textOf(fieldProblem(state, 'password'))}
        hint={t('passwordHint', { min: PASSWORD_LENGTH.min })}
        id="password"
        label={t('newPassword')}
        required={tAccounts('required')}
      />
      <Button aria-disabled={isPending} look="primary" type="submit">
        {isPending ? t('resetSubmitting') : t('resetSubmit')}
      </Button>
    </form>
  );
}
