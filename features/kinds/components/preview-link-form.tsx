'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type FormState, IDLE } from '#features/accounts/form-state.ts';
import type { MadePreviewLink } from '#features/records/commands/make-preview-link.ts';
import { PREVIEW_HOURS } from '#features/records/model.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { makePreviewLinkAction } from '../actions.ts';
import { useDynamicTexts } from './dynamic-texts.ts';
import { refusalText } from './form-problems.tsx';

interface PreviewLinkFormProps {
  record: string;
  /** The whole address of a link without its key. */
  addressBefore: string;
}

const NONE: FormState<MadePreviewLink> = IDLE;

/** Makes a link to drafts; its address is shown this once. */
export function PreviewLinkForm({ record, addressBefore }: PreviewLinkFormProps) {
  const t = useTranslations('Desk.preview');
  const errors = useDynamicTexts('Errors');
  const [state, post, isPending] = useActionState(makePreviewLinkAction, NONE);
  return (
    <form action={post} className="deed">
      <input name="record" type="hidden" value={record} />
      <Select
        choices={PREVIEW_HOURS.map((hours) => ({ value: String(hours), text: t('hours', { hours: String(hours) }) }))}
        defaultValue={String(PREVIEW_HOURS[1])}
        id="preview-hours"
        label={t('duration')}
        name="hours"
      />
      <Button disabled={isPending} icon="link" type="submit">
        {t('make')}
      </Button>
      {state.status === 'refused' ? (
        <Notice kind="error" role="alert">
          <p>{refusalText(errors, state)}</p>
        </Notice>
      ) : null}
      {state.status === 'done' ? (
        <Notice kind="ok" role="status">
          <label className="field" htmlFor="preview-address">
            <span>{t('made')}</span>
            <input
              className="input input-code"
              dir="ltr"
              id="preview-address"
              onFocus={(event) => event.currentTarget.select()}
              readOnly
              value={`${addressBefore}${state.result.token}`}
            />
          </label>
          <p>{t('madeHint')}</p>
        </Notice>
      ) : null}
    </form>
  );
}
