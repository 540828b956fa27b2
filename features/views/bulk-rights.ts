import type { Actor } from '#features/ledger/model.ts';
import { type Scope, SCOPES } from '#features/records/model.ts';
import { mayCreate, mayPublish, maySave, mayUnpublish } from '#features/records/policy.ts';
import { type Locale, LOCALES } from '#i18n/locales.ts';
import type { BulkDeed } from './bulk.ts';

/**
 * The parts about which somebody may do each deed in some record, as far as their roles tell. It decides what is offered;
 * whether it may be done to a record is asked by the command of that record.
 */
export function bulkRights(actor: Actor): Record<BulkDeed, Scope[]> {
  const some = (may: (scope: Scope, source: Locale) => boolean) =>
    SCOPES.filter((scope) => LOCALES.some((source) => may(scope, source)));
  return {
    submit: some((scope, source) => maySave(actor, scope, source)),
    approve: some((scope, source) => mayPublish(actor, scope, source)),
    publish: some((scope, source) => mayPublish(actor, scope, source)),
    unpublish: mayUnpublish(actor) ? [...SCOPES] : [],
    trash: mayCreate(actor) ? [...SCOPES] : [],
  };
}
