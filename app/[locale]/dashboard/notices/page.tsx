import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { MAILINGS } from '#features/accounts/model.ts';
import { requireStaff } from '#features/accounts/session.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { PersonActor } from '#features/ledger/model.ts';
import { markAllReadAction, markReadAction, setMailingAction } from '#features/notifications/actions.ts';
import { NoticeDetails, NoticeSentence } from '#features/notifications/components/notice-line.tsx';
import { mailSettings } from '#features/notifications/mail-settings.ts';
import { noticePath, type ReadNotice } from '#features/notifications/model.ts';
import { findMailing } from '#features/notifications/queries/find-mailing.ts';
import { listNotices, NOTICES_PAGE_SIZE } from '#features/notifications/queries/list-notices.ts';
import { localisePath } from '#i18n/locales.ts';
import { dayText, momentText } from '#i18n/moment-text.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { addressWith } from '#ui/address-with.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DeskPages } from '../_components/desk-pages.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';

const PATH = '/dashboard/notices';
const DAY_MS = 24 * 3_600_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Notices'))('title') };
}

export default async function NoticesPage({ searchParams }: PageProps<'/[locale]/dashboard/notices'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('Notices'),
  ]);
  const { page, done } = readListQuery(query);
  const { rows, total } = await listNotices(actor, { locale, page });
  const path = localisePath(locale, PATH);
  const [newest] = rows;
  const isUnread = rows.some(({ readAt }) => readAt === null);
  return (
    <>
      <DeskHeader
        actions={
          isUnread && newest !== undefined ? (
            <DeedForm
              action={markAllReadAction}
              hidden={{ upTo: newest.createdAt.toISOString(), back: `${path}?done=read`, submitKey: uuidv7() }}
              icon="check"
              label={t('markAllRead')}
            />
          ) : undefined
        }
        breadcrumb={<DeskCrumbs steps={[{ key: 'notices', text: t('title') }]} />}
        title={t('title')}
      />
      <DoneNotice done={done} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        byDay(rows).map(([day, notices]) => <DayOfNotices day={day} key={day} notices={notices} path={path} />)
      )}
      <DeskPages
        hrefOf={(to) => addressWith(path, { page: to === 1 ? '' : String(to) })}
        page={page}
        pages={Math.ceil(total / NOTICES_PAGE_SIZE)}
      />
      <MailingForm actor={actor} path={path} />
    </>
  );
}

function byDay(rows: readonly ReadNotice[]): [day: string, notices: ReadNotice[]][] {
  const days = new Map<string, ReadNotice[]>();
  for (const notice of rows) {
    const day = siteDayOf(notice.createdAt);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days];
}

async function DayOfNotices({ day, notices, path }: { day: string; notices: readonly ReadNotice[]; path: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Notices')]);
  const now = Date.now();
  const named = { [siteDayOf(new Date(now))]: t('today'), [siteDayOf(new Date(now - DAY_MS))]: t('yesterday') };
  const inWords = dayText(locale, day, 'weekday');
  return (
    <Panel title={named[day] ?? inWords}>
      <ul className="work work-rows">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} path={path} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function NoticeRow({ notice, path }: { notice: ReadNotice; path: string }) {
  const [t, locale] = await Promise.all([getTranslations('Notices'), getLocale()]);
  const { id, createdAt, readAt } = notice;
  return (
    <>
      <div>
        <a href={localisePath(locale, noticePath(notice))}>
          <NoticeSentence notice={notice} />
        </a>
        <NoticeDetails notice={notice} />
        <p className="small dot-list">
          <time dateTime={createdAt.toISOString()}>{momentText(locale, createdAt, 'time')}</time>
          {readAt === null ? (
            <span>
              <StatusTag tone="brick">{t('unread')}</StatusTag>
            </span>
          ) : null}
        </p>
      </div>
      {readAt === null ? (
        <DeedForm
          action={markReadAction}
          hidden={{ notice: id, back: `${path}?done=read`, submitKey: uuidv7() }}
          label={t('markRead')}
          look="quiet"
        />
      ) : null}
    </>
  );
}

async function MailingForm({ actor, path }: { actor: PersonActor; path: string }) {
  const [t, mailing] = await Promise.all([getTranslations('Notices'), findMailing(actor)]);
  return (
    <Panel title={t('mailingTitle')}>
      {mailSettings() === null ? <p>{t('noServer')}</p> : null}
      <DeedForm
        action={setMailingAction}
        hidden={{ back: `${path}?done=mailing`, submitKey: uuidv7() }}
        label={t('mailingSave')}
      >
        <fieldset className="plain-group">
          <legend>{t('mailing')}</legend>
          {MAILINGS.map((choice) => (
            <Checkbox
              defaultChecked={choice === mailing}
              id={`mailing-${choice}`}
              key={choice}
              kind="radio"
              label={t(`mailings.${choice}`)}
              name="mailing"
              value={choice}
            />
          ))}
        </fieldset>
        <p className="field-hint">{t('mailingHint')}</p>
      </DeedForm>
    </Panel>
  );
}
