import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { requireStaff } from '#features/accounts/session.ts';
import { restoreRevisionAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { KIND_NAMES, type Scope } from '#features/records/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { type DeskRecord, type DeskUnit, findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listReferenceOptions, type ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { HISTORY_PAGE_SIZE, type ListedRevision, listRevisions } from '#features/records/queries/list-revisions.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { deskTime } from '../../../_components/desk-time.ts';
import { isRef } from '../_components/open-record.ts';
import { readScope } from '../_components/read-scope.ts';
import { RecordChanges } from '../_components/record-changes.tsx';
import { RecordHeader } from '../_components/record-header.tsx';
import { type AskedComparison, RevisionComparison } from '../_components/revision-comparison.tsx';

type Props = PageProps<'/[locale]/dashboard/records/[ref]/history'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ref }, t] = await Promise.all([params, getTranslations('Desk')]);
  return { title: `${ref} · ${t('history')}` };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ ref }, query, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations('Desk')]);
  const scope = readScope(query['unit'], locale);
  const actor = await requireStaff(`${recordPath(ref)}/history?unit=${scope}`);
  const record = isRef(ref) ? await findDeskRecord(actor, ref) : null;
  if (record === null) notFound();
  const unit = record.units.find((one) => one.scope === scope);
  const name = isLocale(scope) ? LANGUAGE_NAME[scope] : t('facts');
  return (
    <>
      <RecordHeader current={scope} person={actor.id} record={record} view="history" />
      <h2>{t('historyOf', { unit: name })}</h2>
      {unit === undefined ? (
        <EmptyState title={t('historyEmpty')} />
      ) : (
        <Revisions
          actor={actor}
          asked={Number(query['upTo'])}
          comparison={{ from: Number(query['from']), to: Number(query['to']) }}
          record={record}
          unit={unit}
        />
      )}
    </>
  );
}

interface RevisionsProps {
  actor: PersonActor;
  record: DeskRecord;
  unit: DeskUnit;
  /** The newest revision that the address asks for; anything but a number stands for the newest of all. */
  asked: number;
  comparison: AskedComparison;
}

async function Revisions({ actor, record, unit, asked, comparison }: RevisionsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { scope, headRev } = unit;
  const upTo = Number.isInteger(asked) && asked > 0 ? Math.min(asked, headRev) : headRev;
  const [revisions, options] = await Promise.all([
    listRevisions(actor, { recordId: record.id, scope, upTo }),
    listReferenceOptions(actor, { kinds: [...KIND_NAMES], chosen: [], locale }),
  ]);
  const oldest = revisions.at(-1)?.n ?? 1;
  const older = `${recordPath(record.ref)}/history?unit=${scope}&upTo=${String(oldest - 1)}`;
  return (
    <>
      <RevisionComparison actor={actor} asked={comparison} options={options} record={record} unit={unit} />
      <ol className="revisions">
        {revisions.map((revision) => (
          <li key={revision.n}>
            <Revision mayRestore={mayCreate(actor)} options={options} record={record} revision={revision} unit={unit} />
          </li>
        ))}
      </ol>
      {revisions.length === HISTORY_PAGE_SIZE && oldest > 1 ? (
        <LinkButton href={localisePath(locale, older)}>{t('historyOlder')}</LinkButton>
      ) : null}
    </>
  );
}

interface RevisionProps {
  record: DeskRecord;
  unit: DeskUnit;
  revision: ListedRevision;
  options: ReferenceOption[];
  mayRestore: boolean;
}

async function Revision({ record, unit, revision, options, mayRestore }: RevisionProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { n, kind, author, createdAt, note, changedPaths } = revision;
  const scope: Scope = unit.scope;
  return (
    <article aria-labelledby={`revision-${String(n)}`} className="revision">
      <header>
        <h3 id={`revision-${String(n)}`}>{t('revision', { n })}</h3>
        <span>{t(`revisionKinds.${kind}`)}</span>
        {n === unit.headRev ? <StatusTag tone="note">{t('revisionCurrent')}</StatusTag> : null}
        {n === unit.publishedRev ? <StatusTag tone="ok">{t('revisionPublic')}</StatusTag> : null}
      </header>
      <p className="revision-by">
        {t.rich('revisionBy', {
          by: () => <bdi>{author ?? t('revisionSystem')}</bdi>,
          at: deskTime(locale, createdAt),
        })}
      </p>
      {note === null ? null : <p>{note}</p>}
      <details>
        <summary>{t('changes', { count: changedPaths.length })}</summary>
        <RecordChanges options={options} record={record} revision={revision} scope={scope} />
      </details>
      {mayRestore && n !== unit.headRev && !record.isTrashed ? (
        <DeedForm
          action={restoreRevisionAction}
          hidden={{
            record: record.id,
            scope,
            rev: unit.headRev,
            from: n,
            submitKey: uuidv7(),
            back: localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&done=restore&at=${uuidv7()}`),
          }}
          icon="history"
          label={t('restore')}
        />
      ) : null}
    </article>
  );
}
