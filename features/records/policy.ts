import { holds, isAdministrator, isStaff } from '#features/accounts/policy.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Scope } from './model.ts';

/** Staff read drafts, whatever their role. */
export function mayReadDrafts(actor: Actor): boolean {
  return isStaff(actor);
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

/** A reviewer judges translations of their language, a publisher everything; nobody judges what they submitted. */
export function mayReview(
  actor: Actor,
  { scope, submittedBy }: { scope: Scope; submittedBy: string | null },
  sourceLocale: Locale,
): boolean {
  if (submittedBy !== null && personIdOf(actor) === submittedBy) return false;
  return mayPublish(actor, scope, sourceLocale);
}

/** Publishers release; a reviewer releases translations of their language, never the source. */
export function mayPublish(actor: Actor, scope: Scope, sourceLocale: Locale): boolean {
  if (holds(actor, ['publisher', 'administrator'])) return true;
  return scope !== 'facts' && scope !== sourceLocale && holds(actor, ['reviewer'], scope);
}

/** Taking back and planning a release is for publishers. */
export function mayUnpublish(actor: Actor): boolean {
  return holds(actor, ['publisher', 'administrator']);
}

/** Editors throw away what was never public; the rest is for publishers. */
export function mayTrash(actor: Actor, wasPublished: boolean): boolean {
  return wasPublished ? mayUnpublish(actor) : mayCreate(actor);
}

/** Only an administrator deletes for ever. */
export function mayPurge(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Editors import drafts; an import that releases is for those who may release everything. */
export function mayImport(actor: Actor, isReleasing: boolean): boolean {
  return isReleasing ? holds(actor, ['publisher', 'administrator']) : mayCreate(actor);
}
