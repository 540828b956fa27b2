import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { discardDraftAction, duplicateRecordAction, trashRecordAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { listPath, recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { prefixOf } from '#features/records/desk-address.ts';
import type { Scope } from '#features/records/model.ts';
import { mayCreate, mayMerge, maySave, mayTrash } from '#features/records/policy.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { listUses, type Uses } from '#features/records/queries/list-uses.ts';
import { localisePath } from '#i18n/locales.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { deskTime } from '../../../_components/desk-time.ts';
import { AssignPanel } from './assign-panel.tsx';
import { MERGED_KINDS } from '../../../_components/merged-kinds.ts';
import { UsesList } from '../../../_components/uses-list.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';

const NO_USES: Uses = { rows: [], total: 0, published: 0 };

interface SidePanelProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  /** What still keeps the unit from readers. */
  ready: ReactNode;
  /** What was said about the unit. */
  talk: ReactNode;
  /** Which form stands beside: deeds that leave the text alone lead back to the same one. */
  at: string;
}

/** What can be done with the unit and the record, beside the form; each deed is a form of its own. */
export async function SidePanel(props: SidePanelProps) {
  const { record, scope } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const unit = record.units.find((one) => one.scope === scope);
  if (record.isTrashed) return null;
  const uses = mayCreate(props.actor) ? await listUses(props.actor, record.id, locale) : NO_USES;
  return (
    <aside className="desk-aside">
      {unit === undefined ? null : (
        <p className="last-saved">
          {t.rich('lastSaved', {
            by: () => <bdi>{unit.updatedBy ?? t('revisionSystem')}</bdi>,
            at: deskTime(locale, unit.updatedAt),
          })}
        </p>
      )}
      {props.ready}
      <ReleasePanel {...props} uses={uses} />
      {unit === undefined ? null : <ReviewPanel {...props} unit={unit} />}
      {props.talk}
      {unit === undefined ? null : <AssignPanel {...props} unit={unit} />}
      <MorePanel {...props} unit={unit} uses={uses} />
    </aside>
  );
}

async function MorePanel({
  actor,
  record,
  scope,
  unit,
  uses,
}: SidePanelProps & { unit: DeskUnit | undefined; uses: Uses }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const wasPublished = record.units.some(({ publishedRev }) => publishedRev !== null);
  const hasDraft = unit !== undefined && unit.publishedRev !== null && unit.state !== 'published';
  const back = localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&done=discard&at=${uuidv7()}`);
  const keyed = { record: record.id, submitKey: uuidv7() };
  return (
    <details className="more">
      <summary>{t('moreActions')}</summary>
      <Panel title={t('moreActions')}>
        {hasDraft && maySave(actor, scope, record.sourceLocale) ? (
          <DeedForm
            action={discardDraftAction}
            hidden={{ ...keyed, scope, rev: unit.headRev, back }}
            label={t('discard')}
            words="dropped"
          />
        ) : null}
        {mayCreate(actor) ? (
          <DeedForm
            action={duplicateRecordAction}
            hidden={{ ...keyed, prefix: prefixOf(locale) }}
            label={t('duplicate')}
            words="left"
          />
        ) : null}
        {mayTrash(actor, wasPublished) ? (
          <DeedForm
            action={trashRecordAction}
            hidden={{ ...keyed, back: localisePath(locale, `${listPath(record.kind)}?done=trash&thrown=${record.id}`) }}
            label={t('moveToTrash')}
            look="danger"
            words="left"
          >
            <p>{t('trashConfirm')}</p>
            <UsesList uses={uses} />
          </DeedForm>
        ) : null}
        {mayMerge(actor) && MERGED_KINDS.has(record.kind) ? (
          <LinkButton href={localisePath(locale, `/dashboard/duplicates?one=${record.ref}`)} look="quiet">
            {t('duplicates.mergeThis')}
          </LinkButton>
        ) : null}
      </Panel>
    </details>
  );
}
