'use client';

import { type ReactNode, type RefObject, useRef } from 'react';
import { fieldProblem, type FormState, typedValue } from '#features/accounts/form-state.ts';
import { useDynamicTexts } from '#features/kinds/components/dynamic-texts.ts';
import { refusalText } from '#features/kinds/components/form-problems.tsx';
import { problemText } from '#features/kinds/components/problem-text.ts';
import { formOf, useSending } from '#features/kinds/components/use-sending.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { MentionArea } from './mention-area.tsx';
import type { MentionedColleague } from './use-mention.ts';

interface CommentFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  colleagues: readonly MentionedColleague[];
  id: string;
  label: string;
  submit: string;
  text?: RefObject<HTMLTextAreaElement | null>;
  children?: ReactNode;
}

/** A text for colleagues; refused, it stays where it was typed, with or without script. */
export function CommentForm({ action, hidden, colleagues, id, label, submit, text, children }: CommentFormProps) {
  const errors = useDynamicTexts('Errors');
  const own = useRef<HTMLTextAreaElement>(null);
  const { state, post, send, isPending } = useSending(action);
  const problem = fieldProblem(state, 'body');
  return (
    <form action={post} className="deed" noValidate onSubmit={(event) => send(formOf(event))}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {children}
      {state.status === 'refused' && problem === null ? (
        <Notice kind="error" role="alert">
          <p>{refusalText(errors, state)}</p>
        </Notice>
      ) : null}
      <MentionArea
        colleagues={colleagues}
        defaultValue={typedValue(state, 'body')}
        error={problem === null ? undefined : problemText(errors, problem)}
        id={id}
        label={label}
        text={text ?? own}
      />
      <Button disabled={isPending} icon="comment" type="submit">
        {submit}
      </Button>
    </form>
  );
}
