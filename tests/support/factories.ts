import '#features/kinds/all.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord, type Created } from '#features/records/commands/create-record.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import type { Content, KindName, Scope } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { callBy } from './calls.ts';
import { factsOf, paragraph, partnershipFacts, textOf } from './contents.ts';

/** What a test wants of a record; the rest is as it usually is. */
export interface Wanted {
  slug?: string;
  /** Changes to the facts. */
  facts?: Content;
  /** The texts by language; an Arabic one with a title where none is given. */
  texts?: Partial<Record<Locale, Content>>;
  sourceLocale?: Locale;
  isPublished?: boolean;
}

let made = 0;

/** A record of any kind but partnership, through the commands that an editor uses. */
export async function aRecord(kind: Exclude<KindName, 'partnership'>, wanted: Wanted = {}): Promise<Created> {
  made += 1;
  const facts = factsOf(kind, wanted.slug ?? `${kind}-${String(made)}`, wanted.facts);
  const text = textOf(
    `${kind} ${String(made)}`,
    kind === 'story' || kind === 'page' ? { body: paragraph('نص القصة') } : {},
  );
  return make(kind, { ...wanted, facts, texts: wanted.texts ?? { [wanted.sourceLocale ?? 'ar']: text } });
}

/** A city. */
export async function aPlace(wanted: Wanted = {}): Promise<Created> {
  return aRecord('place', wanted);
}

/** A partnership of two published cities, with their ids. */
export async function aPartnership(wanted: Wanted = {}): Promise<Created & { places: [string, string] }> {
  made += 1;
  const one = await aPlace({ isPublished: true });
  const other = await aPlace({ isPublished: true });
  const facts = partnershipFacts([one.id, other.id], {
    slug: wanted.slug ?? `partnership-${String(made)}`,
    ...wanted.facts,
  });
  const texts = wanted.texts ?? { [wanted.sourceLocale ?? 'ar']: textOf(`شراكة ${String(made)}`) };
  return { ...(await make('partnership', { ...wanted, facts, texts })), places: [one.id, other.id] };
}

async function make(
  kind: KindName,
  { facts = {}, texts = {}, sourceLocale = 'ar', isPublished = false }: Wanted,
): Promise<Created> {
  const raw = { kind, sourceLocale, units: { facts, ...texts } };
  const { id, ref } = await runCommand(createRecord, raw, callBy());
  if (isPublished)
    await publish(id, { facts: 1, ...Object.fromEntries(Object.keys(texts).map((scope) => [scope, 1])) });
  return { id, ref };
}

/** Releases units at the revisions named. */
export async function publish(
  record: string,
  revs: Partial<Record<Scope, number>>,
  call: Call = callBy(),
): Promise<{ published: string[] }> {
  const units = Object.entries(revs).map(([scope, rev]) => ({ scope, rev }));
  return runCommand(publishUnits, { record, units }, call);
}
