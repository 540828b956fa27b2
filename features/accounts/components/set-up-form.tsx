'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { setUpAction } from '../actions.ts';
import { fieldProblem, type FormState, IDLE, typedValue } from '../form-state.ts';
import { PASSWORD_LENGTH } from '../password-rules.ts';
import { EmailInput } from './email-input.tsx';
import { PasswordInput } from './password-input.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { useProblemText } from './use-problem-text.ts';

/** Name, e-mail address and password of the first administrator. */
export function SetUpForm({ locale, token }: { locale: Locale; token: string }) {
  const t = useTranslations('SetUp');
  const tAccounts = useTranslations('Accounts');
  const textOf = useProblemText();
  const [state, action, isPending] = useActionState<FormState, FormData>(setUpAction, IDLE);
  const labels = { name: t('name'), email: tAccounts('email'), password: tAccounts('password') };
  return (
    <form action={action} className="grid gap-6" noValidate>
      <ProblemSummary labels={labels} state={state} />
      <input name="locale" type="hidden" value={locale} />
      <input name="token" type="hidden" value={token} />
      <div>
        <TextInput
          autoComplete="name"
          defaultValue={typedValue(state, 'name')}
          error={textOf(fieldProblem(state, 'name'))}
          hint={t('nameHint')}
          id="name"
          label={labels.name}
          name="name"
          required={tAccounts('required')}
        />
        <EmailInput
          defaultValue={typedValue(state, 'email')}
          error={textOf(fieldProblem(state, 'email'))}
          hint={t('emailHint')}
        />
        <PasswordInput
          autoComplete="new-password"
          error={textOf(fieldProblem(state, 'password'))}
          hint={t('passwordHint', { min: PASSWORD_LENGTH.min })}
          id="password"
          label={labels.password}
          required={tAccounts('required')}
        />
      </div>
      <Button aria-disabled={isPending} look="primary" type="submit">
        {isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
