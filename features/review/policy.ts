import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayPublish, mayReadDrafts, maySave } from '#features/records/policy.ts';
import type { Locale } from '#i18n/locales.ts';

/** Whoever reads drafts may say something about them; the product itself has nothing to say. */
export function mayComment(actor: Actor): boolean {
  return actor.kind === 'person' && mayReadDrafts(actor);
}

/** A comment is settled, or opened again, by whoever wrote it and by those who may write or judge what it is about. */
export function maySettle(
  actor: Actor,
  { author, scope }: { author: string; scope: Scope },
  sourceLocale: Locale,
): boolean {
  if (!mayComment(actor)) return false;
  return author === personIdOf(actor) || maySave(actor, scope, sourceLocale) || mayPublish(actor, scope, sourceLocale);
}
