import { type Grant, ROLES } from '#features/ledger/model.ts';
import { isLocale } from '#i18n/locales.ts';

/** A right as its row says; a role or language that this release does not know gives none. */
export function grantOf({ role: named, locale }: { role: string; locale: string | null }): Grant[] {
  const role = ROLES.find((known) => known === named);
  if (role === undefined || (locale !== null && !isLocale(locale))) return [];
  return [{ role, locale }];
}
