'use client';

import { useTranslations } from 'next-intl';
import type { FieldTexts } from '#ui/field.tsx';
import { TextInput } from '#ui/text-input.tsx';

interface EmailInputProps extends Pick<FieldTexts, 'hint' | 'error'> {
  defaultValue: string | undefined;
}

/** The e-mail address that an account is found by. */
export function EmailInput(props: EmailInputProps) {
  const t = useTranslations('Accounts');
  return (
    <TextInput
      {...props}
      autoCapitalize="none"
      autoComplete="username"
      id="email"
      label={t('email')}
      name="email"
      required={t('required')}
      spellCheck={false}
      type="email"
    />
  );
}
