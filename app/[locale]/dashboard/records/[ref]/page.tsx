import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { KINDS } from '#features/kinds/all.ts';
import { EditingProvider } from '#features/kinds/components/editing.tsx';
import { ReadyList } from '#features/kinds/components/ready-list.tsx';
import { UnitForm } from '#features/kinds/components/unit-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import { findUnitView } from '#features/kinds/queries/find-unit-view.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { UnitView } from '#features/kinds/unit-view.ts';
import { findPublishProblems } from '#features/records/check-content.ts';
import { findUnknownNotes } from '#features/records/claims.ts';
import { type Scope, SCOPES } from '#features/records/model.ts';
import { maySave } from '#features/records/policy.ts';
import { publicPath } from '#features/records/public-path.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import { ReturnReasons } from '#features/review/components/return-reasons.tsx';
import { findLastStep, type LastStep } from '#features/records/queries/find-last-step.ts';
import { isLocale, LANGUAGE_NAME, type Locale, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Isolate } from '#ui/isolate.tsx';
import { Notice } from '#ui/notice.tsx';
import { DoneNotice } from '../../_components/done-notice.tsx';
import { readListQuery } from '../../_components/list-query.ts';
import { CommentPanel } from './_components/comment-panel.tsx';
import { LastStepNotice } from './_components/last-step.tsx';
import { isRef, readerOfForm } from './_components/open-record.ts';
import { readScope } from './_components/read-scope.ts';
import { RecordHeader } from './_components/record-header.tsx';
import { SidePanel } from './_components/side-panel.tsx';
import { SubmissionNote } from './_components/submission-note.tsx';

type Props = PageProps<'/[locale]/dashboard/records/[ref]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [{ ref }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const scope = readScope(query['unit'], locale);
  const { done, at } = readListQuery(query);
  const formKey = `${scope}@${at}`;
  const actor = await readerOfForm(`${recordPath(ref)}?unit=${scope}`);
  if (actor === null) return <KeptForm formKey={formKey} />;
  const found = isRef(ref) ? await findUnitView(actor, { ref, scope, locale }) : null;
  if (found === null) notFound();
  const { record, view } = found;
  const step = await stepToShow(actor, { record, scope, done });
  const mayEdit = !record.isTrashed && maySave(actor, scope, record.sourceLocale);
  return (
    <EditingProvider>
      <RecordHeader current={scope} person={actor.id} record={record} view="edit" />
      <>
        <DoneNotice done={done} />
        {done === 'publish' || done === 'unpublish' ? <PublicNow locale={locale} record={record} /> : null}
      </>
      {step === null || !mayEdit ? null : (
        <LastStepNotice options={view.options} record={record} scope={scope} step={step} />
      )}
      <div className="desk-columns">
        <div>
          <UnitNotes mayEdit={mayEdit} record={record} scope={scope} />
          <fieldset className="unit-fields" disabled={!mayEdit}>
            <UnitForm key={formKey} view={view} />
          </fieldset>
        </div>
        <SidePanel
          actor={actor}
          at={at}
          ready={<Ready record={record} view={view} />}
          record={record}
          scope={scope}
          talk={<CommentPanel actor={actor} at={at} record={record} view={view} />}
        />
      </div>
    </EditingProvider>
  );
}

/** After a save or a restore: what it merged or put back, to be taken back. */
async function stepToShow(
  actor: PersonActor,
  { record, scope, done }: { record: DeskRecord; scope: Scope; done: string | null },
): Promise<LastStep | null> {
  const unit = record.units.find((one) => one.scope === scope);
  if (unit === undefined || (done !== 'save' && done !== 'restore')) return null;
  const step = await findLastStep(actor, { recordId: record.id, scope, headRev: unit.headRev });
  return (step?.kind === 'merge') === (done === 'save') ? step : null;
}

/** What still keeps the unit from readers; nothing for one that they have as it is, or that nobody has begun. */
function Ready({ record: { units, kind, isTrashed }, view }: { record: DeskRecord; view: UnitView }) {
  const unit = units.find(({ scope }) => scope === view.scope);
  if (isTrashed || unit === undefined || unit.publishedRev === unit.headRev) return null;
  const checked = { scope: view.scope, content: unit.content, today: siteDayOf(new Date()) };
  const notes = view.scope === 'facts' ? [] : findUnknownNotes(unit.content, view.facts);
  return <ReadyList problems={[...findPublishProblems(KINDS[kind], checked), ...notes]} view={view} />;
}

/**
 * What was typed, for somebody whose session ended meanwhile; of the record it shows nothing. The form must stand at the
 * very place where it stands above: React finds what came back by its place.
 */
function KeptForm({ formKey }: { formKey: string }) {
  return (
    <EditingProvider>
      {null}
      {null}
      {null}
      <div className="desk-columns">
        <div>
          {null}
          <fieldset className="unit-fields">
            <UnitForm key={formKey} view={null} />
          </fieldset>
        </div>
        {null}
      </div>
    </EditingProvider>
  );
}

/** What readers have of the record after a release or a withdrawal, and where. */
async function PublicNow({ record, locale }: { record: DeskRecord; locale: Locale }) {
  const [t, format] = await Promise.all([getTranslations('Desk'), getFormatter()]);
  const names = SCOPES.filter((scope) => record.units.some((one) => one.scope === scope && one.publishedRev !== null));
  if (names.length === 0 || record.publishedSlug === null) {
    return <p className="field-hint">{t('releasing.nothingPublic')}</p>;
  }
  const units = format.list(names.map((scope) => (isLocale(scope) ? LANGUAGE_NAME[scope] : t('facts'))));
  return (
    <p>
      {t('releasing.publicNow', { units })}{' '}
      <a href={localisePath(locale, publicPath(record.kind, record.publishedSlug))}>{t('viewPublic')}</a>
    </p>
  );
}

interface UnitNotesProps {
  record: DeskRecord;
  scope: Scope;
  mayEdit: boolean;
}

async function UnitNotes({ record, scope, mayEdit }: UnitNotesProps) {
  const t = await getTranslations('Desk');
  const slug = record.publishedSlug ?? '';
  const returnNote = record.units.find((unit) => unit.scope === scope)?.returnNote ?? null;
  return (
    <>
      <p className="unit-hint">{scope === 'facts' ? t('factsHint') : t('textHint', { language: scope })}</p>
      {scope === 'facts' && record.publishedSlug !== null ? (
        <p className="unit-hint">
          {t.rich('releasing.addressHint', { now: () => <Isolate>{publicPath(record.kind, slug)}</Isolate> })}
        </p>
      ) : null}
      {returnNote === null ? null : (
        <Notice kind="warn">
          <ReturnReasons stored={returnNote} />
        </Notice>
      )}
      <SubmissionNote record={record} scope={scope} />
      {mayEdit ? null : (
        <Notice kind="note">
          <p>{record.isTrashed ? t('inTrash') : t('readOnly')}</p>
        </Notice>
      )}
    </>
  );
}
