import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { publishUnitsAction, scheduleReleaseAction, unpublishUnitsAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayPublish, mayRelease, mayUnpublish } from '#features/records/policy.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { findFourEyes } from '#features/records/queries/find-four-eyes.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Panel } from '#ui/panel.tsx';
import { deskTime } from '../../../_components/desk-time.ts';

interface ReleasePanelProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  at: string;
}

/** Which units go before the public, and which come back; each language for itself. */
export async function ReleasePanel({ actor, record, scope, at }: ReleasePanelProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const releasable = inOrder(record.units).filter((unit) => mayPublish(actor, unit.scope, record.sourceLocale));
  const waiting = releasable.filter(({ headRev, publishedRev }) => headRev !== publishedRev);
  const fourEyes = await findFourEyes(actor);
  const mayGo = (one: DeskUnit) =>
    mayRelease(actor, { ...one, updatedBy: one.authorId }, { sourceLocale: record.sourceLocale, fourEyes });
  if (releasable.length === 0) return null;
  const back = (deed: string) => localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&done=${deed}&at=${at}`);
  const unit = record.units.find((one) => one.scope === scope);
  return (
    <Panel title={t('release')}>
      {waiting.length === 0 ? (
        <p>{t('releaseNothing')}</p>
      ) : (
        <DeedForm
          action={publishUnitsAction}
          hidden={{ record: record.id, submitKey: uuidv7(), back: back('publish') }}
          icon="check"
          label={t('publish')}
          look="primary"
        >
          <p className="field-hint">{t('releaseHint')}</p>
          {waiting.map((one) => (
            <Checkbox
              defaultChecked={
                mayGo(one) && (one.scope === scope || (one.scope === 'facts' && one.publishedRev === null))
              }
              disabled={!mayGo(one)}
              hint={mayGo(one) ? undefined : t('releaseOwn')}
              id={`publish-${one.scope}`}
              key={one.scope}
              label={<UnitName scope={one.scope} />}
              name="unit"
              value={`${one.scope}@${String(one.headRev)}`}
            />
          ))}
        </DeedForm>
      )}
      {mayUnpublish(actor) && unit !== undefined && (mayGo(unit) || unit.scheduledFor !== null) ? (
        <Schedule back={back('schedule')} recordId={record.id} unit={unit} />
      ) : null}
      {mayUnpublish(actor) ? <Withdraw back={back('unpublish')} record={record} scope={scope} /> : null}
    </Panel>
  );
}

async function Schedule({ unit, recordId, back }: { unit: DeskUnit; recordId: string; back: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { scheduledFor } = unit;
  return (
    <details open={scheduledFor !== null}>
      <summary>{t('schedule')}</summary>
      {scheduledFor === null ? null : <p>{t('scheduledFor', { at: deskTime(locale, scheduledFor) })}</p>}
      <DeedForm
        action={scheduleReleaseAction}
        hidden={{ record: recordId, scope: unit.scope, rev: unit.headRev, submitKey: uuidv7(), back }}
        label={t('schedule')}
      >
        <label className="field" htmlFor="at">
          <span>{t('scheduleAt')}</span>
          <input aria-describedby="at-hint" className="input" dir="ltr" id="at" name="at" type="datetime-local" />
        </label>
        <p className="field-hint" id="at-hint">
          {t('scheduleHint')}
        </p>
      </DeedForm>
    </details>
  );
}

async function Withdraw({ record, scope, back }: { record: DeskRecord; scope: Scope; back: string }) {
  const t = await getTranslations('Desk');
  const published = inOrder(record.units).filter(({ publishedRev }) => publishedRev !== null);
  if (published.length === 0) return null;
  return (
    <details>
      <summary>{t('unpublish')}</summary>
      <DeedForm
        action={unpublishUnitsAction}
        hidden={{ record: record.id, submitKey: uuidv7(), back }}
        label={t('unpublish')}
        look="danger"
      >
        <p className="field-hint">{t('unpublishHint')}</p>
        {published.map((one) => (
          <Checkbox
            defaultChecked={one.scope === scope && scope !== 'facts'}
            id={`unpublish-${one.scope}`}
            key={one.scope}
            label={<UnitName scope={one.scope} />}
            name="scope"
            value={one.scope}
          />
        ))}
      </DeedForm>
    </details>
  );
}

/** Facts first: they carry the texts. */
function inOrder(units: readonly DeskUnit[]): DeskUnit[] {
  return units.toSorted((one, other) => Number(other.scope === 'facts') - Number(one.scope === 'facts'));
}

async function UnitName({ scope }: { scope: Scope }) {
  const t = await getTranslations('Desk');
  return isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts');
}
