import { v7 as uuidv7 } from 'uuid';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import { type KindName, KIND_NAMES, type Scope } from '#features/records/model.ts';
import { type DeskRecord, findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listReferenceOptions } from '#features/records/queries/list-reference-options.ts';
import { findReferences } from '#features/records/references.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { KINDS } from '../all.ts';
import { recordPath } from '../lists.ts';
import type { UnitView } from '../unit-view.ts';

/** What the editor shows of one unit, and the record around it. */
export interface FoundUnitView {
  record: DeskRecord;
  view: UnitView;
}

/**
 * Everything that the editor of one unit shows, in two queries.
 *
 * @param ref - `P-104`; untrusted
 * @returns `null` where no record has that name
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findUnitView(
  actor: Actor,
  { ref, scope, locale }: { ref: string; scope: Scope; locale: Locale },
): Promise<FoundUnitView | null> {
  const record = await findDeskRecord(actor, ref);
  if (record === null) return null;
  const known = await listReferenceOptions(actor, { ...pointedTo(record), locale });
  const submitKey = uuidv7();
  const { id, kind, sourceLocale } = record;
  const isTranslation = scope !== 'facts' && scope !== sourceLocale;
  const factFields = describeFields(KINDS[kind].facts);
  const view: UnitView = {
    person: personIdOf(actor) ?? '',
    record: id,
    address: localisePath(locale, recordPath(ref)),
    kind,
    scope,
    sourceLocale,
    ...shownUnit(record, scope),
    fields: scope === 'facts' ? factFields : describeFields(KINDS[kind].text),
    factFields,
    claimBearing: KINDS[kind].claimBearing,
    facts: unitOf(record, 'facts')?.content ?? {},
    source: isTranslation ? (unitOf(record, sourceLocale)?.content ?? null) : null,
    ...known,
    back: localisePath(locale, `${recordPath(ref)}?unit=${scope}&done=save&at=${submitKey}`),
    submitKey,
  };
  return { record, view };
}

/** A unit that nobody has begun is empty and has no revision. */
function shownUnit(record: DeskRecord, scope: Scope): Pick<UnitView, 'baseRev' | 'content' | 'stalePaths'> {
  const unit = unitOf(record, scope);
  if (unit === undefined) return { baseRev: 0, content: {}, stalePaths: [] };
  return { baseRev: unit.headRev, content: unit.content, stalePaths: unit.stalePaths };
}

/** Which records the fields of a kind may point to, and which they point to now. */
function pointedTo(record: DeskRecord): { kinds: KindName[]; chosen: string[] } {
  const fields = describeFields(KINDS[record.kind].facts);
  const all = fields.flatMap((field) => [field, ...(field.items ?? [])]).flatMap(({ to = [] }) => to);
  const chosen = findReferences(fields, unitOf(record, 'facts')?.content ?? {}).map(({ target }) => target);
  return { kinds: KIND_NAMES.filter((name) => all.includes(name)), chosen };
}

function unitOf({ units }: DeskRecord, wanted: Scope) {
  return units.find(({ scope }) => scope === wanted);
}
