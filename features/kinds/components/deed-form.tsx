'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { FormState, RefusedState } from '#features/accounts/form-state.ts';
import type { Scope } from '#features/records/model.ts';
import { Button, type ButtonLook } from '#ui/button.tsx';
import type { IconName } from '#ui/icon-glyphs.ts';
import { Notice } from '#ui/notice.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useEditing } from './editing.tsx';
import { refusalText } from './form-problems.tsx';
import { problemText } from './problem-text.ts';
import { formOf, useSending } from './use-sending.ts';

interface DeedFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the deed is about. */
  hidden: Readonly<Record<string, string | number>>;
  label: string;
  look?: ButtonLook;
  icon?: IconName | undefined;
  /** What becomes of words in the form beside that the server does not have: by default they are sent first. */
  words?: 'sent' | 'dropped' | 'left';
  children?: ReactNode;
}

/** One deed as a form with one button; why it was refused is said beside it. */
export function DeedForm({ action, hidden, label, look = 'secondary', icon, words = 'sent', children }: DeedFormProps) {
  const { state, post, send, isPending } = useSending(action);
  const editing = useEditing();
  const [unsynced, setUnsynced] = useState<RefusedState | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    const form = formOf(event);
    const open = words === 'left' ? null : (editing?.current() ?? null);
    const flushed = open === null || words === 'dropped' ? null : await open.flush();
    const isRefused = flushed !== null && 'refused' in flushed;
    setUnsynced(isRefused ? UNSYNCED[flushed.refused] : null);
    if (isRefused) return;
    if (open !== null) meanNewest(form, open.scope, open.rev());
    send(form);
  }

  return (
    <form action={post} className="deed" onSubmit={(event) => void submit(event)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {children}
      <DeedProblem state={unsynced ?? state} />
      <Button disabled={isPending} icon={icon} look={look} type="submit">
        {label}
      </Button>
    </form>
  );
}

const UNSYNCED: Record<'behind' | 'unsynced', RefusedState> = {
  behind: { status: 'refused', code: 'conflict', values: [] },
  unsynced: { status: 'refused', code: 'unsynced', values: [] },
};

/** The deed is about the words in sight, not about those with which the page was made. */
function meanNewest(form: FormData, scope: Scope, rev: number): void {
  if (form.get('scope') === scope && form.has('rev')) form.set('rev', String(rev));
  const units = form.getAll('unit').map(String);
  form.delete('unit');
  for (const unit of units) form.append('unit', unit.startsWith(`${scope}@`) ? `${scope}@${String(rev)}` : unit);
}

function DeedProblem({ state }: { state: FormState }) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const names = useDynamicTexts('Fields');
  if (state.status !== 'refused') return null;
  const { fields = [], blockers = [] } = state;
  return (
    <Notice kind="error" role="alert" title={t('refused')}>
      <p>{refusalText(errors, state)}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map((problem) => (
            <li key={problem.path}>
              {t('problemAt', { field: fieldName(names, problem.path), problem: problemText(errors, problem) })}
            </li>
          ))}
        </ul>
      ) : null}
      {blockers.length > 0 ? (
        <p>
          {t('blockers')} <bdi>{blockers.map(({ ref }) => ref).join(', ')}</bdi>
        </p>
      ) : null}
    </Notice>
  );
}

/** `facts.agreements.0.sourceId` in the words of the form, as far as they are known here. */
function fieldName(names: { (key: string): string; has: (key: string) => boolean }, path: string): string {
  return path
    .split('.')
    .filter((step) => !['facts', 'ar', 'de', 'en'].includes(step))
    .map((step) => (/^\d+$/u.test(step) ? String(Number(step) + 1) : names.has(step) ? names(step) : step))
    .join(' · ');
}
