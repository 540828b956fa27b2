'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FieldProblem } from '#platform/problem.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Notice } from '#ui/notice.tsx';
import type { FormState, RefusedState } from '../form-state.ts';
import { useProblemText } from './use-problem-text.ts';

interface ProblemSummaryProps {
  state: FormState;
  /** The label of each field by its path, which is also the id of its control. */
  labels: Readonly<Record<string, string>>;
}

/** Why a form was refused, above it; takes the focus when the answer arrives. */
export function ProblemSummary({ state, labels }: ProblemSummaryProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === 'refused') place.current?.focus();
  }, [state]);
  if (state.status !== 'refused') return null;
  const faults = (state.fields ?? []).filter(({ path }) => path in labels);
  if (faults.length > 0) return <FieldFaults faults={faults} labels={labels} place={place} />;
  return (
    <div ref={place} tabIndex={-1}>
      <Refusal state={state} />
    </div>
  );
}

interface FieldFaultsProps {
  faults: readonly FieldProblem[];
  labels: Readonly<Record<string, string>>;
  place: React.Ref<HTMLDivElement>;
}

function FieldFaults({ faults, labels, place }: FieldFaultsProps) {
  const t = useTranslations('Accounts');
  const textOf = useProblemText();
  const lines = faults.map((fault) => ({
    field: fault.path,
    text: t('problemAt', { field: labels[fault.path] ?? '', problem: textOf(fault) ?? '' }),
  }));
  return <ErrorSummary faults={lines} ref={place} title={t('problemsTitle')} />;
}

function Refusal({ state }: { state: RefusedState }) {
  const t = useTranslations('Accounts');
  const tErrors = useTranslations('Errors');
  const textOf = useProblemText();
  const { code, fields, reference, retryAfterSeconds } = state;
  const numbered = reference === undefined ? null : t.rich('reference', { code: () => <Isolate>{reference}</Isolate> });
  return (
    <Notice kind="error" role="alert">
      <p>{textOf(fields?.[0] ?? null) ?? tErrors(code)}</p>
      {retryAfterSeconds === undefined ? null : (
        <p>{t('retryAfter', { minutes: Math.ceil(retryAfterSeconds / 60) })}</p>
      )}
      {numbered === null ? null : <p>{numbered}</p>}
    </Notice>
  );
}
