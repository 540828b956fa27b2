'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '#ui/button.tsx';
import type { FieldTexts } from '#ui/field.tsx';
import { TextInput } from '#ui/text-input.tsx';

interface PasswordInputProps extends Pick<FieldTexts, 'id' | 'label' | 'hint' | 'error' | 'required'> {
  autoComplete: 'current-password' | 'new-password';
}

/** A password with a button that shows it; without script the button is not there, since it could do nothing. */
export function PasswordInput({ id, ...rest }: PasswordInputProps) {
  const t = useTranslations('Accounts');
  const [isShown, setIsShown] = useState(false);
  const isScripted = useSyncExternalStore(neverChanges, yes, no);
  const toggle = (
    <Button aria-controls={id} className="-ms-[1.1875rem]" look="quiet" onClick={() => setIsShown(!isShown)}>
      {isShown ? t('hidePassword') : t('showPassword')}
    </Button>
  );
  return (
    <TextInput
      {...rest}
      {...(isScripted ? { after: toggle } : {})}
      autoCapitalize="none"
      code
      id={id}
      name={id}
      spellCheck={false}
      type={isShown ? 'text' : 'password'}
    />
  );
}

function neverChanges(): () => void {
  return () => undefined;
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
