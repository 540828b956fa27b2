'use client';

import { useTranslations } from 'next-intl';
import type { FormState } from '#features/accounts/form-state.ts';
import { CommentForm } from './comment-form.tsx';
import type { MentionedColleague } from './use-mention.ts';

interface AnswerFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  colleagues: readonly MentionedColleague[];
  /** Of the comment that is answered. */
  id: string;
  label: string;
}

/** An answer to one comment. */
export function AnswerForm({ id, ...rest }: AnswerFormProps) {
  const t = useTranslations('Desk.talk');
  return <CommentForm {...rest} id={`answer-${id}`} submit={t('answer')} />;
}
