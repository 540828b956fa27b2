import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { KINDS } from '#features/kinds/all.ts';
import { UnitForm } from '#features/kinds/components/unit-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { UnitView } from '#features/kinds/unit-view.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import { type KindName, KIND_NAMES, type Scope } from '#features/records/model.ts';
import { maySave } from '#features/records/policy.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listReferenceOptions, type ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { findReferences } from '#features/records/references.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { Notice } from '#ui/notice.tsx';
import { DoneNotice } from '../../_components/done-notice.tsx';
import { readListQuery } from '../../_components/list-query.ts';
import { openRecord } from './_components/open-record.ts';
import { RecordHeader } from './_components/record-header.tsx';
import { SidePanel } from './_components/side-panel.tsx';
import { readScope } from './_components/read-scope.ts';

export default async function RecordPage({ params, searchParams }: PageProps<'/[locale]/dashboard/records/[ref]'>) {
  const [{ ref }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const scope = readScope(query['unit'], locale);
  const opened = await openRecord(ref, `${recordPath(ref)}?unit=${scope}`);
  if (opened === null) notFound();
  const { done, at } = readListQuery(query);
  const formKey = `${scope}@${at}`;
  if (opened === 'signedOutWithForm') return <KeptForm formKey={formKey} />;
  const { actor, record } = opened;
  const options = await listReferenceOptions(actor, { ...pointedTo(record), locale });
  const mayEdit = !record.isTrashed && maySave(actor, scope, record.sourceLocale);
  const view = unitView({ record, scope, options }, locale);
  return (
    <>
      <RecordHeader current={scope} record={record} view="edit" />
      <DoneNotice done={done} />
      <div className="desk-columns">
        <div>
          <UnitNotes mayEdit={mayEdit} record={record} scope={scope} />
          <fieldset className="unit-fields" disabled={!mayEdit}>
            <UnitForm key={formKey} view={view} />
          </fieldset>
        </div>
        <SidePanel actor={actor} at={at} record={record} scope={scope} />
      </div>
    </>
  );
}

/**
 * What was typed, for somebody whose session ended meanwhile; of the record it shows nothing. The form must stand at the
 * very place where it stands above: React finds what came back by its place.
 */
function KeptForm({ formKey }: { formKey: string }) {
  return (
    <>
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
    </>
  );
}

/** Which records the fields of a kind may point to, and which they point to now. */
function pointedTo({ kind, units }: DeskRecord): { kinds: KindName[]; chosen: string[] } {
  const fields = describeFields(KINDS[kind].facts);
  const all = fields.flatMap((field) => [field, ...(field.items ?? [])]).flatMap(({ to = [] }) => to);
  const facts = units.find(({ scope }) => scope === 'facts')?.content ?? {};
  const chosen = findReferences(fields, facts).map(({ target }) => target);
  return { kinds: KIND_NAMES.filter((name) => all.includes(name)), chosen };
}

interface Shown {
  record: DeskRecord;
  scope: Scope;
  options: ReferenceOption[];
}

function unitView({ record, scope, options }: Shown, locale: Locale): UnitView {
  const { id, kind, ref, sourceLocale, units } = record;
  const unitOf = (wanted: Scope) => units.find((unit) => unit.scope === wanted);
  const factFields = describeFields(KINDS[kind].facts);
  const submitKey = uuidv7();
  const isTranslation = scope !== 'facts' && scope !== sourceLocale;
  return {
    record: id,
    kind,
    scope,
    sourceLocale,
    baseRev: unitOf(scope)?.headRev ?? 0,
    fields: scope === 'facts' ? factFields : describeFields(KINDS[kind].text),
    factFields,
    content: unitOf(scope)?.content ?? {},
    facts: unitOf('facts')?.content ?? {},
    source: isTranslation ? (unitOf(sourceLocale)?.content ?? null) : null,
    stalePaths: unitOf(scope)?.stalePaths ?? [],
    options,
    back: localisePath(locale, `${recordPath(ref)}?unit=${scope}&done=save&at=${submitKey}`),
    submitKey,
  };
}

interface UnitNotesProps {
  record: DeskRecord;
  scope: Scope;
  mayEdit: boolean;
}

async function UnitNotes({ record, scope, mayEdit }: UnitNotesProps) {
  const t = await getTranslations('Desk');
  const returnNote = record.units.find((unit) => unit.scope === scope)?.returnNote ?? null;
  return (
    <>
      <p className="unit-hint">{scope === 'facts' ? t('factsHint') : t('textHint', { language: scope })}</p>
      {returnNote === null ? null : (
        <Notice kind="warn">
          <p>{t('returnedBecause', { note: returnNote })}</p>
        </Notice>
      )}
      {mayEdit ? null : (
        <Notice kind="note">
          <p>{record.isTrashed ? t('inTrash') : t('readOnly')}</p>
        </Notice>
      )}
    </>
  );
}
