import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { record as recordTable, recordRef, unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { kindNamed } from '../kind.ts';
import type { RecordRow, Scope } from '../model.ts';
import { closeAddresses } from './move-address.ts';
import { withdrawEvidence } from './project-evidence.ts';
import { invalidateRecord } from './publish-units.ts';

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
  if (scopes.includes('facts')) {
    await refuseInUse(context, record);
    await kind.withdrawFacts(context.tx, record.id);
    await withdrawEvidence(context.tx, record.id);
    await closeAddresses(context, record.id);
    await markWithdrawn(context, record, null);
  } else {
    for (const scope of scopes) await kind.withdrawText(context.tx, record.id, asLocale(scope));
    await markWithdrawn(context, record, scopes);
  }
  await invalidateRecord(context, record);
}

/** @throws Problem `inUse`: published records point here */
async function refuseInUse({ tx }: CommandContext, record: RecordRow): Promise<void> {
  const users = await tx
    .selectDistinct({ id: recordTable.id, ref: recordTable.ref, kind: recordTable.kind })
    .from(recordRef)
    .innerJoin(recordTable, eq(recordTable.id, recordRef.recordId))
    .innerJoin(unit, and(eq(unit.recordId, recordRef.recordId), eq(unit.scope, 'facts'), isNotNull(unit.publishedRev)))
    .where(eq(recordRef.targetId, record.id))
    .limit(20);
  if (users.length > 0) throw new Problem('inUse', { blockers: users });
}

async function markWithdrawn(
  context: CommandContext,
  record: RecordRow,
  scopes: readonly Scope[] | null,
): Promise<void> {
  const rows = await context.tx
    .update(unit)
    .set({ publishedRev: null, state: 'draft', scheduledFor: null })
    .where(
      and(
        eq(unit.recordId, record.id),
        isNotNull(unit.publishedRev),
        ...(scopes === null ? [] : [inArray(unit.scope, [...scopes])]),
      ),
    )
    .returning({ scope: unit.scope });
  for (const { scope } of rows) context.audit({ subjectKind: record.kind, subjectId: record.id, scope });
}

/** Every scope but the facts is a language. */
function asLocale(scope: Scope): Locale {
  return scope as Locale;
}
