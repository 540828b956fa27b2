import { useLocale, useTranslations } from 'next-intl';
import { v7 as uuidv7 } from 'uuid';
import type { ExpiringGrant } from '#features/accounts/queries/list-expiring-grants.ts';
import type { FailedSignIns } from '#features/accounts/queries/list-failed-sign-ins.ts';
import { dropJobAction, retryJobAction } from '#features/jobs/actions.ts';
import type { FailedJob } from '#features/jobs/queries/list-failed-jobs.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { useDynamicTexts } from '#features/kinds/components/dynamic-texts.ts';
import { localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { TodayCard } from './today-card.tsx';

/** Work for later that came to nothing: why, and what is to become of it. */
export function FailedJobsPart({ jobs }: { jobs: readonly FailedJob[] }) {
  const t = useTranslations('Desk.today');
  const total = jobs[0]?.total ?? 0;
  return (
    <TodayCard
      empty={t('empty.jobs')}
      head={
        total > jobs.length ? <p className="small muted">{t('more', { count: total - jobs.length })}</p> : undefined
      }
      rows={jobs.map((job) => ({ key: job.id, shown: <FailedJobLine job={job} /> }))}
      title={t('jobs')}
    />
  );
}

const JOB_NAMES: Record<string, 'release' | 'house' | 'status'> = {
  'record.release': 'release',
  'record.keepHouse': 'house',
  'partnership.refreshStatus': 'status',
};

function FailedJobLine({ job: { id, kind, failedAt, lastError } }: { job: FailedJob }) {
  const t = useTranslations('Desk.today');
  const errors = useDynamicTexts('Errors');
  const locale = useLocale();
  const back = localisePath(locale, '/dashboard');
  const name = JOB_NAMES[kind];
  const [code = '', reference = ''] = lastError.split(' ');
  const hidden = (deed: string) => ({ job: id, submitKey: uuidv7(), back: `${back}?done=${deed}` });
  return (
    <>
      <p>{name === undefined ? <bdi dir="ltr">{kind}</bdi> : t(`jobNames.${name}`)}</p>
      <p className="small dot-list">
        <span>
          <time dateTime={failedAt.toISOString()}>{momentText(locale, failedAt)}</time>
        </span>
        {reference === '' ? null : (
          <span>
            <bdi dir="ltr">{reference}</bdi>
          </span>
        )}
      </p>
      <p className="work-note">{errors.has(code) ? errors(code) : errors('unexpected')}</p>
      <div className="button-row">
        <DeedForm action={retryJobAction} hidden={hidden('retryJob')} icon="redo" label={t('retryJob')} />
        <DeedForm action={dropJobAction} hidden={hidden('dropJob')} label={t('dropJob')} look="quiet" />
      </div>
    </>
  );
}

/** Who could not sign in within the last day. */
export function FailedSignInsPart({ signIns }: { signIns: readonly FailedSignIns[] }) {
  const t = useTranslations('Desk.today');
  const locale = useLocale();
  return (
    <TodayCard
      empty={t('empty.signIns')}
      rows={signIns.map(({ name, failures, lastAt }) => ({
        key: `${name ?? ''} ${String(lastAt.getTime())}`,
        shown: (
          <>
            <p>{name === null ? t('unknownAccount') : <bdi>{name}</bdi>}</p>
            <p className="small dot-list">
              <span>{t('failures', { count: failures })}</span>
              <span>
                <time dateTime={lastAt.toISOString()}>{momentText(locale, lastAt)}</time>
              </span>
            </p>
          </>
        ),
      }))}
      title={t('signIns')}
    />
  );
}

/** Rights that end soon. */
export function ExpiringGrantsPart({ grants }: { grants: readonly ExpiringGrant[] }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <TodayCard
      empty={t('today.empty.grants')}
      rows={grants.map(({ id, name, role, locale: language, until }) => ({
        key: id,
        shown: (
          <>
            <p>
              <bdi>{name}</bdi>
            </p>
            <p className="small dot-list">
              <span>{t(`rights.${role}`, { language: language ?? 'all' })}</span>
              <span>
                {t.rich('today.until', {
                  day: () => <time dateTime={until.toISOString()}>{momentText(locale, until, 'day')}</time>,
                })}
              </span>
            </p>
          </>
        ),
      }))}
      title={t('today.grants')}
    />
  );
}
