import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { untrashRecordAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { PersonActor } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { listReferenceOptions } from '#features/records/queries/list-reference-options.ts';
import { readListPlace } from '#features/views/list-place.ts';
import { LIST_PAGE_SIZE, type Question } from '#features/views/model.ts';
import { listPeople } from '#features/views/queries/list-people.ts';
import { listRecords } from '#features/views/queries/list-records.ts';
import { listSavedViews } from '#features/views/queries/list-saved-views.ts';
import type { Asked } from '#features/views/question.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { DeskCrumbs } from '../../_components/desk-crumbs.tsx';
import { DoneNotice } from '../../_components/done-notice.tsx';
import { readListQuery } from '../../_components/list-query.ts';
import { FaultNotice } from './fault-notice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type ListAddress, listAddress } from './list-address.ts';
import { ListRows } from './list-rows.tsx';
import type { KnownNames } from './list-words.ts';
import { openView } from './open-view.ts';
import { ViewForms } from './view-forms.tsx';
import { ViewTabs } from './view-tabs.tsx';

interface RecordListProps {
  actor: PersonActor;
  kind: KindName;
  /** The address, as it came. */
  asked: Asked;
}

/** The records of a kind as the address asks for them: filters, views, rows, and what can be done with them. */
export async function RecordList({ actor, kind, asked }: RecordListProps) {
  const [locale, t, views] = await Promise.all([getLocale(), getTranslations('Desk'), listSavedViews(actor, kind)]);
  const { question, faults, view, isChanged } = openView(asked, kind, views);
  const { place, faults: lost } = readListPlace(asked, { sort: question.sort, locale });
  const address = listAddress(locale, kind, view.known?.id ?? null);
  const names = await knownNames(actor, locale);
  const wrong = [...faults, ...lost];
  const create = localisePath(locale, `/dashboard/new?kind=${kind}`);
  return (
    <>
      <DeskHeader
        actions={
          mayCreate(actor) ? (
            <LinkButton href={create} icon="edit" look="primary">
              {t(`create.${kind}`)}
            </LinkButton>
          ) : undefined
        }
        breadcrumb={<DeskCrumbs steps={[{ key: 'list', text: t(`kinds.${kind}`) }]} />}
        tabs={<ViewTabs address={address} kind={kind} open={view.known} views={views} />}
        title={t(`kinds.${kind}`)}
      />
      <JustDone actor={actor} asked={asked} path={address.path} />
      <FaultNotice address={address} faults={wrong} question={question} view={view} />
      <FilterBar address={address} kind={kind} names={names} question={question} />
      <ViewForms actor={actor} isChanged={isChanged} kind={kind} question={question} view={view.known} />
      {wrong.length > 0 ? null : (
        <Rows address={address} names={names} place={place} shown={{ actor, kind, locale, question }} />
      )}
    </>
  );
}

interface RowsProps {
  shown: { actor: PersonActor; kind: KindName; locale: Locale; question: Question };
  place: ReturnType<typeof readListPlace>['place'];
  address: ListAddress;
  names: KnownNames;
}

/** The list itself; a question that was not understood wholly has none. */
async function Rows({ shown, place, address, names }: RowsProps) {
  const { actor, kind, locale, question } = shown;
  const now = new Date();
  const wish = { kind, locale, day: siteDayOf(now), place, size: LIST_PAGE_SIZE };
  const page = await listRecords(actor, question, wish);
  return <ListRows address={address} names={names} now={now} page={page} {...shown} />;
}

async function knownNames(actor: PersonActor, locale: Locale): Promise<KnownNames> {
  const [people, themes] = await Promise.all([
    listPeople(actor),
    listReferenceOptions(actor, { kinds: ['theme'], chosen: [], locale }),
  ]);
  return { people, themes: themes.options };
}

async function JustDone({ actor, asked, path }: { actor: PersonActor; asked: Asked; path: string }) {
  const t = await getTranslations('Desk');
  const { done, thrown } = readListQuery(plain(asked));
  const canBringBack = thrown !== null && done === 'trash' && mayCreate(actor);
  const hidden = { record: thrown ?? '', submitKey: uuidv7(), back: `${path}?done=untrash` };
  return (
    <>
      <DoneNotice done={done} />
      {canBringBack ? <DeedForm action={untrashRecordAction} hidden={hidden} icon="history" label={t('undo')} /> : null}
    </>
  );
}

function plain(asked: Asked): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [key, typeof value === 'string' ? value : value?.[0]]),
  );
}
