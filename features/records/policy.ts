import { holds, isAdministrator, isStaff } from '#features/accounts/policy.ts';
import { type Actor, type PersonActor, personIdOf } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Scope, UnitState } from './model.ts';

/** Staff read drafts, whatever their role. */
export function mayReadDrafts(actor: Actor): boolean {
  return isStaff(actor);
}

/** Whoever reads drafts may show them to somebody by a link. */
export function mayMakePreviewLink(actor: Actor): actor is PersonActor {
  return actor.kind === 'person' && mayReadDrafts(actor);
}

/** A link is ended by whoever made it, or by a publisher. */
export function mayEndPreviewLink(actor: Actor, { createdBy }: { createdBy: string }): boolean {
  return (mayReadDrafts(actor) && personIdOf(actor) === createdBy) || mayUnpublish(actor);
}

/** Editors and those above start records. */
export function mayCreate(actor: Actor): boolean {
  return holds(actor, ['editor', 'publisher', 'administrator']);
}

/** Editors write everything; a translator or reviewer writes the translations of their language, never the source. */
export function maySave(actor: Actor, scope: Scope, sourceLocale: Locale): boolean {
  if (mayCreate(actor)) return true;
  return scope !== 'facts' && scope !== sourceLocale && holds(actor, ['translator', 'reviewer'], scope);
}

/** Whoever may judge a unit is asked to, if it is theirs or they hold the role of one who judges. */
export function isAskedToReview(
  colleague: PersonActor,
  unit: OwnedUnit & { assignee: string | null },
  sourceLocale: Locale,
): boolean {
  if (!mayReview(colleague, unit, sourceLocale)) return false;
  return (
    unit.assignee === colleague.id || colleague.grants.some(({ role }) => role === 'publisher' || role === 'reviewer')
  );
}

/** A unit and whose it is. */
export interface OwnedUnit {
  scope: Scope;
  submittedBy: string | null;
  /** Who wrote the newest revision, an autosave included. */
  updatedBy: string | null;
}

/** Whether somebody handed a unit in or wrote it last. */
function isOwnWork(actor: Actor, { submittedBy, updatedBy }: Omit<OwnedUnit, 'scope'>): boolean {
  const own = personIdOf(actor);
  return own !== null && (own === submittedBy || own === updatedBy);
}

/**
 * A reviewer judges translations of their language, a publisher everything; nobody judges what they submitted or wrote last.
 */
export function mayReview(actor: Actor, unit: OwnedUnit, sourceLocale: Locale): boolean {
  return !isOwnWork(actor, unit) && mayPublish(actor, unit.scope, sourceLocale);
}

/** Publishers release; a reviewer releases translations of their language, never the source. */
export function mayPublish(actor: Actor, scope: Scope, sourceLocale: Locale): boolean {
  if (holds(actor, ['publisher', 'administrator'])) return true;
  return scope !== 'facts' && scope !== sourceLocale && holds(actor, ['reviewer'], scope);
}

/**
 * With four eyes, nobody but an administrator releases their own work before somebody else has approved it; releasing the work
 * of others is the second pair of eyes. What readers see already has been released.
 */
export function mayRelease(
  actor: Actor,
  unit: OwnedUnit & { state: UnitState; headRev: number; publishedRev: number | null },
  { sourceLocale, fourEyes }: { sourceLocale: Locale; fourEyes: boolean },
): boolean {
  if (!mayPublish(actor, unit.scope, sourceLocale)) return false;
  const isSettled = unit.state === 'approved' || unit.headRev === unit.publishedRev;
  return !fourEyes || isSettled || isAdministrator(actor) || !isOwnWork(actor, unit);
}

/** Editors and those above give a unit to anybody who may write or judge it. */
export function mayAssign(actor: Actor): boolean {
  return mayCreate(actor);
}

/** Whoever may write or judge a unit may be asked to. */
export function mayBeAssigned(colleague: Actor, scope: Scope, sourceLocale: Locale): boolean {
  return maySave(colleague, scope, sourceLocale) || mayPublish(colleague, scope, sourceLocale);
}

/** Anybody takes a unit that they may write and nobody has, and gives their own up; a day is set by whoever assigns. */
export function mayTakeOrGiveUp(
  actor: Actor,
  { scope, assignee, dueOn }: { scope: Scope; assignee: string | null; dueOn: string | null },
  { sourceLocale, to, day }: { sourceLocale: Locale; to: string | null; day: string | null },
): boolean {
  const own = personIdOf(actor);
  if (own === null || day !== dueOn) return false;
  if (to === null) return assignee === own;
  return to === own && (assignee === null || assignee === own) && maySave(actor, scope, sourceLocale);
}

/** How strict releases are is for administrators to say. */
export function maySetFourEyes(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Taking back and planning a release is for publishers. */
export function mayUnpublish(actor: Actor): boolean {
  return holds(actor, ['publisher', 'administrator']);
}

/** Editors throw away what was never public; the rest is for publishers. */
export function mayTrash(actor: Actor, wasPublished: boolean): boolean {
  return wasPublished ? mayUnpublish(actor) : mayCreate(actor);
}

/** Putting one record in the place of another changes what readers see of many: it is for publishers. */
export function mayMerge(actor: Actor): boolean {
  return mayUnpublish(actor);
}

/** Only an administrator deletes for ever. */
export function mayPurge(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Editors import drafts; an import that releases is for those who may release everything. */
export function mayImport(actor: Actor, isReleasing: boolean): boolean {
  return isReleasing ? holds(actor, ['publisher', 'administrator']) : mayCreate(actor);
}
