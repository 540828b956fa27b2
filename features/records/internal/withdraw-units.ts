import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Locale } from '#i18n/locales.ts';
import { kindNamed } from '../kind.ts';
import type { RecordRow, Scope } from '../model.ts';
import { logWithdrawal } from './log-release.ts';
import { closeAddresses } from './move-address.ts';
import { withdrawEvidence } from './project-evidence.ts';
import { invalidateRecord } from './publish-units.ts';
import { forgetPublishedReferences, refuseUsedInPublic } from './published-references.ts';

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
