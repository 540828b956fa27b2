import '#features/kinds/all.ts';
import { closeDatabase } from '#db/client.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { callBy } from '#tests/support/calls.ts';

/** Makes cities whose facts are public, and plans the release of their three texts, as many as are asked for. */
const TEXTS = ['ar', 'de', 'en'] as const;
const asked = Number(process.argv[2]);
const now = new Date();
// A form knows whole minutes; whoever started this spreads the plans afterwards.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: SITE_TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });
const at = clock.format(new Date(now.getTime() + 30 * 60_000)).replace(' ', 'T');

for (let made = 0; made < asked; made += TEXTS.length) {
  const scopes = TEXTS.slice(0, asked - made);
  const texts = Object.fromEntries(scopes.map((scope) => [scope, { title: `${scope} ${String(made)}` }]));
  const facts = { slug: `planned-${String(made)}`, kind: 'city', country: 'DE' };
  const call = () => callBy(undefined, { now });
  const raw = { kind: 'place', sourceLocale: 'ar', units: { facts, ...texts } };
  const { id: record } = await runCommand(createRecord, raw, call());
  await runCommand(publishUnits, { record, units: [{ scope: 'facts', rev: 1 }] }, call());
  const units = scopes.map((scope) => ({ scope, rev: 1 }));
  await runCommand(scheduleRelease, { record, units, at }, call());
}
await closeDatabase();
