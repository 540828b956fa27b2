import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '#features/accounts/session.ts';
import { Presence } from '#features/kinds/components/presence.tsx';
import { shownState, UnitStateTag } from '#features/kinds/components/unit-state.tsx';
import { listPath, recordPath } from '#features/kinds/lists.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { type Scope, SCOPES } from '#features/records/model.ts';
import { KINDS } from '#features/kinds/all.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { DueTag } from '#features/review/components/due-tag.tsx';
import { countOpenComments } from '#features/review/queries/list-comments.ts';
import { DIRECTION, isLocale, LANGUAGE_NAME, type Locale, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { DeskCrumbs } from '../../../_components/desk-crumbs.tsx';
import { RememberOpened } from '../../../_components/remember-opened.tsx';

interface RecordHeaderProps {
  record: DeskRecord;
  current: Scope;
  view: 'edit' | 'history' | 'preview' | 'plan';
  /** Who looks: their device remembers it. */
  person: string;
}

const VIEW_NAME = { history: 'history', plan: 'planned.title', preview: 'preview.open' } as const;

/** What the record is, its units as tabs, and the ways out of it. */
export async function RecordHeader({ record, current, view, person }: RecordHeaderProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { kind, ref, units } = record;
  const open = await countOpenComments(await currentActor(), record.id);
  const title = titleOf(record, locale);
  const base = `${recordPath(ref)}${view === 'history' ? '/history' : ''}`;
  const crumbs = [
    { key: 'list', text: t(`kinds.${kind}`), href: localisePath(locale, listPath(kind)) },
    view === 'edit'
      ? { key: 'record', text: <bdi dir="ltr">{ref}</bdi> }
      : {
          key: 'record',
          text: <bdi dir="ltr">{ref}</bdi>,
          href: localisePath(locale, `${recordPath(ref)}?unit=${current}`),
        },
    ...(view === 'edit' ? [] : [{ key: view, text: t(VIEW_NAME[view]) }]),
  ];
  return (
    <>
      <DeskHeader
        actions={<HeaderActions current={current} locale={locale} person={person} record={record} view={view} />}
        breadcrumb={
          <>
            <RememberOpened person={person} recordRef={ref} title={title?.text ?? t('untitled')} />
            <DeskCrumbs steps={crumbs} />
          </>
        }
        state={<Assigned unit={units.find(({ scope }) => scope === current)} />}
        tabs={<UnitTabs base={base} current={current} locale={locale} open={open} units={units} />}
        title={
          title === null ? (
            t('untitled')
          ) : (
            <bdi dir={DIRECTION[title.locale]} lang={title.locale}>
              {title.text}
            </bdi>
          )
        }
      />
      {view === 'edit' && !record.isTrashed ? (
        <Presence
          address={`${localisePath(locale, recordPath(ref))}/presence`}
          key={current}
          record={record.id}
          scope={current}
        />
      ) : null}
    </>
  );
}

interface UnitTabsProps {
  units: readonly DeskUnit[];
  current: Scope;
  base: string;
  locale: Locale;
  /** How many comments are open, by part. */
  open: Awaited<ReturnType<typeof countOpenComments>>;
}

/** The parts of the record, each with how it stands. */
async function UnitTabs({ units, current, base, locale, open }: UnitTabsProps) {
  const t = await getTranslations('Desk');
  return (
    <Tabs
      label={t('tabs')}
      tabs={SCOPES.map((scope) => {
        const unit = units.find((one) => one.scope === scope);
        const state = shownState(unit && { state: unit.state, isPublished: unit.publishedRev !== null });
        return {
          key: scope,
          text: isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts'),
          href: localisePath(locale, `${base}?unit=${scope}`),
          current: scope === current,
          badge: (
            <>
              <UnitStateTag isStale={(unit?.stalePaths.length ?? 0) > 0} state={state} />
              {open[scope] === 0 ? null : <span className="talk-count">{t('talk.open', { count: open[scope] })}</span>}
            </>
          ),
        };
      })}
    />
  );
}

/** Who is asked for the open unit, and until when. */
async function Assigned({ unit }: { unit: DeskUnit | undefined }) {
  const t = await getTranslations('Desk');
  if (unit === undefined || unit.assignee === null) return null;
  const { assignee, dueOn } = unit;
  return (
    <p className="small dot-list">
      <span>{t.rich('assignedTo', { name: () => <bdi>{assignee.name}</bdi> })}</span>
      {dueOn === null ? null : (
        <span>
          <DueTag dueOn={dueOn} isOverdue={dueOn < siteDayOf(new Date())} />
        </span>
      )}
    </p>
  );
}

async function HeaderActions({ record, current, view, locale }: RecordHeaderProps & { locale: Locale }) {
  const t = await getTranslations('Desk');
  const { ref, kind, publishedSlug } = record;
  const other = `${recordPath(ref)}${view === 'edit' ? '/history' : ''}?unit=${current}`;
  return (
    <>
      {publishedSlug === null || KINDS[kind].basePath === null ? null : (
        <LinkButton href={localisePath(locale, publicPath(kind, publishedSlug))} icon="eye" look="quiet">
          {t('viewPublic')}
        </LinkButton>
      )}
      {view === 'preview' || record.isTrashed ? null : (
        <LinkButton href={localisePath(locale, `${recordPath(ref)}/preview`)} icon="eye" look="quiet">
          {t('preview.open')}
        </LinkButton>
      )}
      <LinkButton href={localisePath(locale, other)} icon={view === 'edit' ? 'history' : 'edit'}>
        {view === 'edit' ? t('history') : t('edit')}
      </LinkButton>
    </>
  );
}

function titleOf({ units }: DeskRecord, reader: Locale) {
  const titles = units.flatMap(({ scope, content }) =>
    isLocale(scope) && typeof content['title'] === 'string' ? [[scope, content['title']] as const] : [],
  );
  return nearestText(Object.fromEntries(titles), reader);
}
