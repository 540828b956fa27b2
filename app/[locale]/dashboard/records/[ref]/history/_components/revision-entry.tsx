import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { restoreRevisionAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { RevisionKind } from '#features/records/model.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { ListedRevision } from '#features/records/queries/list-revisions.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import type { IconName } from '#ui/icon-glyphs.ts';
import { Icon } from '#ui/icon.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { deskTime } from '../../../../_components/desk-time.ts';
import { RecordChanges } from '../../_components/record-changes.tsx';
import type { FoldedAutosaves } from './timeline.ts';

/** What the entries of one history share. */
export interface HistoryOf {
  record: DeskRecord;
  unit: DeskUnit;
  options: readonly ReferenceOption[];
  mayRestore: boolean;
  /** Who reads it, by name. */
  reader: string;
  /** The one place that is looked at; all of them, where none is named. */
  path: string | undefined;
}

const ICONS: Record<RevisionKind, IconName> = {
  autosave: 'clock',
  create: 'plus',
  discard: 'close',
  duplicate: 'copy',
  import: 'download',
  merge: 'people',
  restore: 'undo',
  save: 'save',
};

/** One revision: what it is, what it changed, and the ways to have it back, as a whole or in parts. */
export async function RevisionEntry({ revision, ...history }: HistoryOf & { revision: ListedRevision }) {
  const t = await getTranslations('Desk');
  const { record, unit } = history;
  const { n, note, changedPaths, isAside } = revision;
  const id = `revision-${String(n)}`;
  const mayRestore = history.mayRestore && n !== unit.headRev && !record.isTrashed;
  const changes = <EntryChanges {...history} revision={revision} tickName={mayRestore ? id : undefined} />;
  return (
    <article aria-labelledby={id} className="revision">
      <EntryHead {...history} id={id} revision={revision} />
      {isAside ? <p>{t('asideHint')}</p> : null}
      {note === null ? null : <p>{note}</p>}
      <details>
        <summary>{t('changes', { count: changedPaths.length })}</summary>
        {mayRestore ? (
          <RestoreTicked {...history} from={n}>
            {changes}
          </RestoreTicked>
        ) : (
          changes
        )}
      </details>
      {mayRestore && !isAside ? <RestoreWhole {...history} from={n} /> : null}
    </article>
  );
}

type EntryProps = HistoryOf & { revision: ListedRevision };

async function EntryHead({ id, revision, unit, reader }: EntryProps & { id: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { n, kind, createdAt, isAside, author } = revision;
  const aside = author === reader ? t('asideOwn') : t('aside');
  return (
    <header>
      <h4 id={id}>{t('revision', { n })}</h4>
      <span className="revision-kind">
        <Icon name={isAside ? 'note' : ICONS[kind]} />
        {isAside ? aside : t(`revisionKinds.${kind}`)}
      </span>
      <time className="revision-by" dateTime={createdAt.toISOString()}>
        {momentText(locale, createdAt, 'time')}
      </time>
      {n === unit.headRev ? <StatusTag tone="note">{t('revisionCurrent')}</StatusTag> : null}
      {n === unit.publishedRev ? <StatusTag tone="ok">{t('revisionPublic')}</StatusTag> : null}
    </header>
  );
}

/** What was given up in a conflict is shown, and nothing else of that text. */
function EntryChanges({
  revision,
  record,
  unit,
  options,
  path,
  tickName,
}: EntryProps & { tickName: string | undefined }) {
  const ofAside = revision.isAside ? revision.changedPaths : undefined;
  return (
    <RecordChanges
      only={path === undefined ? ofAside : [path]}
      options={options}
      record={record}
      revision={revision}
      scope={unit.scope}
      tickName={tickName}
    />
  );
}

/** What somebody typed in one form before they saved, as one line that opens. */
export async function AutosavesEntry({ folded, ...history }: HistoryOf & { folded: FoldedAutosaves }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { record, unit } = history;
  const base = `${recordPath(record.ref)}/history?unit=${unit.scope}&to=${String(unit.headRev)}&from=`;
  return (
    <details className="revision revision-folded">
      <summary>
        <Icon name="clock" /> {t('autosaves', { count: folded.autosaves.length })}
      </summary>
      <ol>
        {folded.autosaves.map(({ n, createdAt }) => (
          <li key={n}>
            {deskTime(locale, createdAt)}{' '}
            <a href={localisePath(locale, `${base}${String(n)}`)}>{t('autosaveCompare', { n })}</a>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface RestoreProps extends HistoryOf {
  /** The revision whose values come back. */
  from: number;
}

/** Brings back what is ticked, and nothing else. */
export async function RestoreTicked({ children, ...restore }: RestoreProps & { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { from } = restore;
  return (
    <DeedForm
      action={restoreRevisionAction}
      hidden={{ ...restoring(restore, locale), some: 'some' }}
      icon="undo"
      label={t('restoreSome', { n: String(from) })}
    >
      <p className="field-hint">{t('restoreSomeHint', { n: String(from) })}</p>
      {children}
    </DeedForm>
  );
}

async function RestoreWhole(restore: RestoreProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  return (
    <DeedForm action={restoreRevisionAction} hidden={restoring(restore, locale)} icon="history" label={t('restore')} />
  );
}

function restoring({ record, unit, from }: RestoreProps, locale: Locale): Record<string, string | number> {
  const back = `${recordPath(record.ref)}?unit=${unit.scope}&done=restore&at=${uuidv7()}`;
  return {
    record: record.id,
    scope: unit.scope,
    rev: unit.headRev,
    from,
    submitKey: uuidv7(),
    back: localisePath(locale, back),
  };
}
