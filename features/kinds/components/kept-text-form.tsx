'use client';

import { useTranslations } from 'next-intl';
import type { FormState } from '#features/accounts/form-state.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { refusalText, SignInAgain } from './form-problems.tsx';

interface KeptTextFormProps {
  state: FormState;
  post: (form: FormData) => void;
}

/** What somebody typed whose session ended: to be read, and to be sent again after signing in elsewhere. */
export function KeptTextForm({ state, post }: KeptTextFormProps) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const names = useDynamicTexts('Fields');
  if (state.status !== 'refused') return <SignInAgain />;
  const texts = state.values.filter(([name, value]) => isWords(name, value));
  const rest = state.values.filter(([name, value]) => !isWords(name, value));
  return (
    <form action={post} className="unit-form">
      <Notice kind="error" role="alert" title={t('refused')}>
        <p>{refusalText(errors, state)}</p>
        <SignInAgain />
      </Notice>
      {rest.map(([name, value], index) => (
        <input key={`${name}-${String(index)}`} name={name} type="hidden" value={value} />
      ))}
      {texts.map(([name, value]) => (
        <TextArea defaultValue={value} id={name} key={name} label={labelOf(names, name)} name={name} rows={4} />
      ))}
      <div className="button-row">
        <Button look="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** Words that somebody may want back; the names of items and records go along unseen. */
function isWords(name: string, value: string): boolean {
  return name.startsWith(CONTENT_PREFIX) && value.trim() !== '' && !name.endsWith('.id');
}

function labelOf(names: ReturnType<typeof useDynamicTexts>, name: string): string {
  const steps = name.slice(CONTENT_PREFIX.length).split('.');
  return steps.map((step) => (names.has(step) ? names(step) : step)).join(' · ');
}
