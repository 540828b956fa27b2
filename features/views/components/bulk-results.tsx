'use client';

import { useTranslations } from 'next-intl';
import type { Scope } from '#features/records/model.ts';
import { useDynamicTexts } from '#features/kinds/components/dynamic-texts.ts';
import { refusalText } from '#features/kinds/components/form-problems.tsx';
import { problemText } from '#features/kinds/components/problem-text.ts';
import { DIRECTION, isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import type { BulkRow, BulkStep } from '../bulk.ts';
import type { BulkRun, Outcome } from './use-bulk-run.ts';

interface BulkResultsProps {
  run: BulkRun;
  /** The address of a record up to its short name. */
  recordPath: string;
  onRepeat: (steps: readonly BulkStep[]) => void;
}

/** How far a deed over many records has come, and of each record that was refused the reason. */
export function BulkResults({ run, recordPath, onRepeat }: BulkResultsProps) {
  const t = useTranslations('Desk.lists');
  const { isRunning, isStopped, total, outcomes } = run;
  if (total === 0) return null;
  const failed = outcomes.filter(({ refusal }) => refusal !== null);
  const done = outcomes.length - failed.length;
  return (
    <div className="bulk-results">
      <label className="bulk-progress">
        <span>{t('progress', { done: outcomes.length, total })}</span>
        <progress max={total} value={outcomes.length} />
      </label>
      {isRunning ? (
        <Button icon="close" onClick={run.stop}>
          {t('stop')}
        </Button>
      ) : null}
      {/* Said once at the end: each step of hundreds would be noise. */}
      <div aria-live="polite">
        {isRunning ? null : (
          <p>
            {t('succeeded', { count: done })} {t('failed', { count: failed.length })}
            {isStopped ? ` ${t('stopped', { count: total - outcomes.length })}` : null}
          </p>
        )}
      </div>
      {failed.length > 0 ? (
        <ul className="bulk-failed">
          {failed.map((outcome) => (
            <li key={JSON.stringify([outcome.step.row.id, outcome.step.scopes])}>
              <Failure outcome={outcome} recordPath={recordPath} />
            </li>
          ))}
        </ul>
      ) : null}
      {isRunning ? null : (
        <div className="button-row">
          {failed.length > 0 ? (
            <Button icon="redo" onClick={() => onRepeat(failed.map(({ step }) => step))}>
              {t('repeatFailed', { count: failed.length })}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Failure({ outcome: { step, refusal }, recordPath }: { outcome: Outcome; recordPath: string }) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  if (refusal === null) return null;
  const { fields = [], blockers = [] } = refusal;
  const names = step.scopes.map((scope) => partName(scope, t('facts')));
  const parts = names.slice(1).reduce((first, second) => t('lists.joined', { first, second }), names[0] ?? '');
  return (
    <>
      <a href={recordPath + step.row.ref} rel="noopener" target="_blank">
        <RowName row={step.row} untitled={t('untitled')} />
      </a>
      {step.scopes.length > 0 ? ` · ${parts}` : null}
      <br />
      {refusalText(errors, refusal)} {[...new Set(fields.map((problem) => problemText(errors, problem)))].join(' ')}
      {blockers.length > 0 ? (
        <>
          {' '}
          {t('blockers')} <bdi>{blockers.map(({ ref }) => ref).join(', ')}</bdi>
        </>
      ) : null}
    </>
  );
}

function RowName({ row: { ref, title, titleLocale }, untitled }: { row: BulkRow; untitled: string }) {
  return (
    <>
      {title === null || titleLocale === null ? (
        untitled
      ) : (
        <bdi dir={DIRECTION[titleLocale]} lang={titleLocale}>
          {title}
        </bdi>
      )}{' '}
      <bdi dir="ltr">{ref}</bdi>
    </>
  );
}

function partName(scope: Scope, facts: string): string {
  return isLocale(scope) ? LANGUAGE_NAME[scope] : facts;
}
