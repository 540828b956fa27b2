import { getTranslations } from 'next-intl/server';
import type { Scope } from '#features/records/model.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';

/** The name of a unit: its language in that language, or the facts. */
export async function UnitName({ scope }: { scope: Scope }) {
  const t = await getTranslations('Desk');
  return isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts');
}

/** Facts first: they carry the texts. */
export function inOrder<Unit extends { scope: Scope }>(units: readonly Unit[]): Unit[] {
  return units.toSorted((one, other) => Number(other.scope === 'facts') - Number(one.scope === 'facts'));
}
