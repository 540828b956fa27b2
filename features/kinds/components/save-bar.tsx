'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useFormView } from './form-view.ts';
import type { Keeping } from './keeper.ts';
import { KeepingState } from './keeping-state.tsx';

interface SaveBarProps {
  isPending: boolean;
  keeping: Keeping;
  /** The keys that save as well. */
  keys: string | undefined;
}

/** What a save carries beside the text, and the button; the button stays in sight. */
export function SaveBar({ isPending, keeping, keys }: SaveBarProps) {
  const t = useTranslations('Desk');
  const { posted, scope, sourceLocale } = useFormView();
  return (
    <>
      <div className="unit-form-note">
        <TextInput
          defaultValue={posted?.get('note')?.[0] ?? ''}
          id="note"
          label={t('note')}
          maxLength={500}
          name="note"
        />
        {scope === sourceLocale ? (
          <Checkbox defaultChecked={posted?.has('minor') ?? false} id="minor" label={t('minor')} name="minor" />
        ) : null}
      </div>
      <div className="unit-form-end">
        <div className="button-row">
          <Button
            aria-disabled={isPending}
            aria-keyshortcuts={keys}
            icon="check"
            id="save"
            look="primary"
            type="submit"
          >
            {isPending ? t('saving') : t('save')}
          </Button>
          {isPending ? null : <KeepingState keeping={keeping} />}
        </div>
      </div>
    </>
  );
}
