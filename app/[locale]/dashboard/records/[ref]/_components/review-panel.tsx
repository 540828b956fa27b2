import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { approveUnitAction, returnUnitAction, submitUnitAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayPublish, mayReview, maySave } from '#features/records/policy.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { RETURN_REASONS } from '#features/records/return-note.ts';
import { localisePath } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextArea } from '#ui/text-area.tsx';

interface ReviewPanelProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  at: string;
  unit: DeskUnit;
}

/** Handing a draft over, and judging what was handed over; who may not judge it is told why. */
export async function ReviewPanel({ actor, record, scope, at, unit }: ReviewPanelProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const back = localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&at=${at}`);
  const hidden = (deed: string) => ({
    record: record.id,
    scope,
    rev: unit.headRev,
    submitKey: uuidv7(),
    back: `${back}&done=${deed}`,
  });
  if (unit.state === 'draft' && maySave(actor, scope, record.sourceLocale)) {
    return (
      <Panel title={t('review')}>
        <DeedForm action={submitUnitAction} hidden={hidden('submit')} label={t('submit')}>
          <TextArea id="submit-note" label={t('submitNote')} name="note" rows={2} />
        </DeedForm>
      </Panel>
    );
  }
  if (unit.state !== 'in_review' && unit.state !== 'approved') return null;
  if (!mayPublish(actor, scope, record.sourceLocale)) return null;
  if (!mayReview(actor, { ...unit, updatedBy: unit.authorId }, record.sourceLocale)) {
    if (unit.state !== 'in_review') return null;
    return (
      <Panel title={t('review')}>
        <OwnWork label={t('approve')} reason={t('approveOwn')} />
      </Panel>
    );
  }
  return (
    <Panel title={t('review')}>
      {unit.state === 'in_review' ? (
        <DeedForm action={approveUnitAction} hidden={hidden('approve')} label={t('approve')} />
      ) : null}
      <DeedForm action={returnUnitAction} hidden={hidden('return')} label={t('return')}>
        <fieldset className="plain-group">
          <legend>{t('returnReasons')}</legend>
          {RETURN_REASONS.map((reason) => (
            <Checkbox
              id={`reason-${reason}`}
              key={reason}
              label={t(`reasons.${reason}`)}
              name="reasons"
              value={reason}
            />
          ))}
        </fieldset>
        <TextArea hint={t('returnHint')} id="return-note" label={t('returnReason')} name="note" rows={2} />
      </DeedForm>
    </Panel>
  );
}

/** A button that cannot be pressed says why; it can be reached, or nobody would hear the reason. */
function OwnWork({ label, reason }: { label: string; reason: string }) {
  return (
    <div className="deed">
      <p className="field-hint" id="approve-own">
        {reason}
      </p>
      <Button aria-describedby="approve-own" aria-disabled="true">
        {label}
      </Button>
    </div>
  );
}
