import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Locale } from '#i18n/locales.ts';
import { kindNamed } from '../kind.ts';
import { Problem } from '#platform/problem.ts';
import type { RecordRow, Scope, UnitRow } from '../model.ts';
import { logWithdrawal } from './log-release.ts';
import { closeAddresses } from './move-address.ts';
import { withdrawEvidence } from './project-evidence.ts';
import { invalidateRecord } from './publish-units.ts';
import { forgetPublishedReferences, refuseUsedInPublic } from './published-references.ts';

/**
 * Takes the named units away from readers, those of them that are public. A page without words is none, so the last language
 * takes the record with it, and so do the facts.
 *
 * @param units - all units of the record, locked
 * @returns what was taken away
 * @throws Problem `inUse`: published records point here; `stateRefused`: nothing of it is public
 */
export async function withdrawNamed(
  context: CommandContext,
  record: RecordRow,
  { units, scopes }: { units: readonly UnitRow[]; scopes: readonly Scope[] },
): Promise<Scope[]> {
  const published = units.filter(({ publishedRev }) => publishedRev !== null).map(({ scope }) => scope);
  const named = published.filter((scope) => scopes.includes(scope));
  if (named.length === 0) throw new Problem('stateRefused');
  const isLast = published.every((scope) => scope === 'facts' || named.includes(scope));
  const withdrawn = isLast || named.includes('facts') ? published : named;
  await withdrawUnits(context, record, withdrawn);
  return withdrawn;
}

/**
 * Takes units away from readers. Without its facts a record has no page, so withdrawing them withdraws every language.
 *
 * @throws Problem `inUse`: published records point here; they are named
 */
export async function withdrawUnits(
  context: CommandContext,
  record: RecordRow,
  scopes: readonly Scope[],
): Promise<void> {
  const kind = kindNamed(record.kind);
  await invalidateRecord(context, record);
  if (scopes.includes('facts')) {
    await refuseUsedInPublic(context.tx, record.id);
    await kind.withdrawFacts(context.tx, record.id);
    await withdrawEvidence(context.tx, record.id);
    await forgetPublishedReferences(context.tx, record.id);
    await closeAddresses(context, record.id);
    await markWithdrawn(context, record, null);
  } else {
    for (const scope of scopes) await kind.withdrawText(context.tx, record.id, asLocale(scope));
    await markWithdrawn(context, record, scopes);
  }
}

async function markWithdrawn(
  context: CommandContext,
  record: RecordRow,
  scopes: readonly Scope[] | null,
): Promise<void> {
  const rows = await context.tx
    .update(unit)
    .set({
      publishedRev: null,
      version: sql`${unit.version} + 1`,
      // A newer draft that waits for review goes on waiting.
      state: sql`case when ${unit.state} = 'published' then 'draft' else ${unit.state} end`,
      scheduledFor: null,
      withdrawFor: null,
    })
    .where(
      and(
        eq(unit.recordId, record.id),
        isNotNull(unit.publishedRev),
        ...(scopes === null ? [] : [inArray(unit.scope, [...scopes])]),
      ),
    )
    .returning({ scope: unit.scope });
  await logWithdrawal(
    context,
    record.id,
    rows.map(({ scope }) => asScope(scope)),
  );
  for (const { scope } of rows) context.audit({ subjectKind: record.kind, subjectId: record.id, scope });
}

/** The CHECK of the table allows exactly these. */
function asScope(scope: string): Scope {
  return scope as Scope;
}

/** Every scope but the facts is a language. */
function asLocale(scope: Scope): Locale {
  return scope as Locale;
}
