import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { publishUnitsAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayPublish, mayRelease, mayUnpublish } from '#features/records/policy.ts';
import { publicPath } from '#features/records/public-path.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { findFourEyes } from '#features/records/queries/find-four-eyes.ts';
import { listLastReleases } from '#features/records/queries/list-last-releases.ts';
import { listPlans } from '#features/records/queries/list-plans.ts';
import { localisePath } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { PlanLines } from '../../../_components/plan-lines.tsx';
import { ReleaseOutcome } from './release-outcome.tsx';
import { inOrder, UnitName } from './unit-name.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import type { Uses } from '#features/records/queries/list-uses.ts';

interface ReleasePanelProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  at: string;
  /** What points to the record. */
  uses: Uses;
}

/** Which units go before the public, and which come back; each language for itself, with what will happen to it. */
export async function ReleasePanel({ actor, record, scope, at, uses }: ReleasePanelProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const releasable = inOrder(record.units).filter((unit) => mayPublish(actor, unit.scope, record.sourceLocale));
  if (releasable.length === 0) return null;
  const back = (deed: string) => localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&done=${deed}&at=${at}`);
  return (
    <Panel title={t('release')}>
      <ReleaseForm actor={actor} back={back('publish')} record={record} scope={scope} units={releasable} />
      {mayUnpublish(actor) ? (
        <>
          <Plans actor={actor} record={record} />
          <WithdrawForm back={back('unpublish')} record={record} scope={scope} uses={uses} />
        </>
      ) : null}
    </Panel>
  );
}

interface ReleaseFormProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  units: readonly DeskUnit[];
  back: string;
}

async function ReleaseForm({ actor, record, scope, units, back }: ReleaseFormProps) {
  const t = await getTranslations('Desk');
  const [releases, fourEyes] = await Promise.all([listLastReleases(actor, record.id), findFourEyes(actor)]);
  const mayGo = (one: DeskUnit) =>
    mayRelease(actor, { ...one, updatedBy: one.authorId }, { sourceLocale: record.sourceLocale, fourEyes });
  const waiting = units.filter(({ headRev, publishedRev }) => headRev !== publishedRev);
  const unchanged = units.filter((unit) => !waiting.includes(unit));
  if (waiting.length === 0) return <p>{t('releaseNothing')}</p>;
  return (
    <DeedForm
      action={publishUnitsAction}
      hidden={{ record: record.id, submitKey: uuidv7(), back }}
      icon="check"
      label={t('publish')}
      look="primary"
    >
      <p className="field-hint">{t('releaseHint')}</p>
      {waiting.map((one) => (
        <Checkbox
          defaultChecked={mayGo(one) && (one.scope === scope || (one.scope === 'facts' && one.publishedRev === null))}
          disabled={!mayGo(one)}
          hint={
            mayGo(one) ? <ReleaseOutcome record={record} since={releases.get(one.scope)} unit={one} /> : t('releaseOwn')
          }
          id={`publish-${one.scope}`}
          key={one.scope}
          label={<UnitName scope={one.scope} />}
          name="unit"
          value={`${one.scope}@${String(one.headRev)}`}
        />
      ))}
      {unchanged.map(({ scope: same }) => (
        <p className="field-hint" key={same}>
          <UnitName scope={same} />
          {` · ${t('releasing.unchanged')}`}
        </p>
      ))}
      <MovedAddress record={record} />
    </DeedForm>
  );
}

/** That the page moves with the facts, where the draft has another address. */
async function MovedAddress({ record: { kind, publishedSlug, units } }: { record: DeskRecord }) {
  const t = await getTranslations('Desk.releasing');
  const drafted = units.find(({ scope }) => scope === 'facts')?.content['slug'];
  if (publishedSlug === null || typeof drafted !== 'string' || drafted === publishedSlug) return null;
  return (
    <Notice kind="note">
      <p>
        {t.rich('moves', {
          from: () => <Isolate>{publicPath(kind, publishedSlug)}</Isolate>,
          to: () => <Isolate>{publicPath(kind, drafted)}</Isolate>,
        })}
      </p>
    </Notice>
  );
}

async function Plans({ actor, record }: { actor: PersonActor; record: DeskRecord }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.releasing')]);
  const plans = await listPlans(actor, { recordId: record.id, locale });
  return (
    <>
      {plans.length === 0 ? null : (
        <>
          <h3>{t('planned')}</h3>
          <PlanLines actor={actor} backTo={recordPath(record.ref)} isOfOneRecord plans={plans} />
        </>
      )}
      <LinkButton href={localisePath(locale, `${recordPath(record.ref)}/plan`)} icon="clock" look="quiet">
        {t('planOpen')}
      </LinkButton>
    </>
  );
}
