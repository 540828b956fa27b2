import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { isAdministrator } from '#features/accounts/policy.ts';
import { requireStaff } from '#features/accounts/session.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { sendAgainAction } from '#features/notifications/actions.ts';
import { mailSettings } from '#features/notifications/mail-settings.ts';
import { HELD } from '#features/notifications/model.ts';
import {
  listMails,
  type MailStanding,
  OUTBOX_PAGE_SIZE,
  type OutboxMail,
} from '#features/notifications/queries/list-mails.ts';
import { DIRECTION, localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';
import { DataTable } from '#ui/data-table.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { StatusTag, type StatusTone } from '#ui/status-tag.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DeskPages } from '../_components/desk-pages.tsx';
import { deskTime } from '../_components/desk-time.ts';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';

const PATH = '/dashboard/outbox';
const TONES: Record<MailStanding, StatusTone> = { sent: 'ok', waiting: 'note', held: 'warn', failed: 'error' };
const COLUMNS = ['recipient', 'subject', 'created', 'standing', 'actions'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Outbox'))('title') };
}

export default async function OutboxPage({ searchParams }: PageProps<'/[locale]/dashboard/outbox'>) {
  const [actor, query, locale, t, settings] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('Outbox'),
    getTranslations('SiteSettings'),
  ]);
  if (!isAdministrator(actor)) return <EmptyState level={1} title={settings('administrators')} />;
  const { page, done } = readListQuery(query);
  const { rows, total } = await listMails(actor, page);
  const path = localisePath(locale, PATH);
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'outbox', text: t('title') }]} />} title={t('title')} />
      <DoneNotice done={done} />
      <p>{t('lead')}</p>
      {mailSettings() === null ? (
        <Notice kind="warn">
          <p>{t('noServer')}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? <EmptyState title={t('empty')} /> : <MailTable back={`${path}?done=again`} rows={rows} />}
      <DeskPages
        hrefOf={(to) => addressWith(path, { page: to === 1 ? '' : String(to) })}
        page={page}
        pages={Math.ceil(total / OUTBOX_PAGE_SIZE)}
      />
    </>
  );
}

async function MailTable({ rows, back }: { rows: readonly OutboxMail[]; back: string }) {
  const [t, locale] = await Promise.all([getTranslations('Outbox'), getLocale()]);
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={COLUMNS.map((key) => ({ key, label: t(key), name: t(key) }))}
      rows={rows.map((mail) => ({
        key: mail.id,
        cells: [
          <span key="recipient">
            <bdi>{mail.name}</bdi> <bdi dir="ltr">{mail.recipient}</bdi>
          </span>,
          <Subject key="subject" mail={mail} />,
          deskTime(locale, mail.createdAt),
          <Standing key="standing" mail={mail} />,
          mail.standing === 'held' || mail.standing === 'failed' ? (
            <DeedForm
              action={sendAgainAction}
              hidden={{ mail: mail.id, back, submitKey: uuidv7() }}
              key="again"
              label={t('again')}
            />
          ) : null,
        ],
      }))}
    />
  );
}

async function Subject({ mail: { subject, body, locale } }: { mail: OutboxMail }) {
  const t = await getTranslations('Outbox');
  const written = { lang: locale, dir: DIRECTION[locale] };
  return (
    <>
      <bdi {...written}>{subject}</bdi>
      <details>
        <summary>{t('body')}</summary>
        <p className="mail-body" {...written}>
          {body}
        </p>
      </details>
    </>
  );
}

async function Standing({ mail: { standing, lastError, attempts } }: { mail: OutboxMail }) {
  const t = await getTranslations('Outbox');
  return (
    <>
      <StatusTag tone={TONES[standing]}>{t(`standings.${standing}`)}</StatusTag>
      {standing === 'failed' ? (
        <p className="small">
          {lastError === HELD.noAddress ? t('noAddress') : <bdi dir="ltr">{lastError}</bdi>}{' '}
          {t('attempts', { count: attempts })}
        </p>
      ) : null}
    </>
  );
}
