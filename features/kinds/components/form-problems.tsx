'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FormState, RefusedState } from '#features/accounts/form-state.ts';
import { localisePath } from '#i18n/locales.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { type DynamicTexts, useDynamicTexts } from './dynamic-texts.ts';
import type { FormView } from './form-view.ts';
import { pathName } from './path-name.ts';
import { problemText } from './problem-text.ts';

/** What became of a refused form, at its top, where the focus goes. */
export function FormProblems({ state, view }: { state: FormState; view: FormView }) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where two people met, the place where that is settled takes the focus.
    if (state.status === 'refused' && state.conflicts === undefined) place.current?.focus();
  }, [state]);
  if (state.status !== 'refused') return null;
  const faults = [...view.problems].map(([control, problem]) => ({
    field: control,
    text: t('problemAt', { field: pathName(problem.path, view), problem: problemText(errors, problem) }),
  }));
  return (
    <div className="form-problems" ref={place} tabIndex={-1}>
      {faults.length > 0 ? (
        <ErrorSummary faults={faults} title={t('problems')} />
      ) : (
        <Notice kind="error" role="alert" title={t('refused')}>
          <p>{refusalText(errors, state)}</p>
          {state.code === 'signedOut' ? <SignInAgain /> : null}
        </Notice>
      )}
    </div>
  );
}

/** Why a deed was refused and what to do, as a sentence. */
export function refusalText(errors: DynamicTexts, { code, reference, retryAfterSeconds }: RefusedState): string {
  const sentence = errors(code, { seconds: retryAfterSeconds ?? 0, minutes: Math.ceil((retryAfterSeconds ?? 0) / 60) });
  return reference === undefined ? sentence : `${sentence} ${reference}`;
}

/** The way to sign in without losing what stands in the form. */
export function SignInAgain() {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <p>
      {t('keptText')}{' '}
      <a href={localisePath(locale, '/sign-in')} rel="noopener" target="_blank">
        {t('signInAgain')}
      </a>
    </p>
  );
}
