import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { importedUnit } from '#db/schema/exchange.ts';
import type { Content, Scope } from '../model.ts';
import { asContent } from './load-record.ts';

/** What an import brought for a unit. */
export interface ImportedUnit {
  content: Content;
  /** Whether it was to go before readers at once. */
  released: boolean;
}

/** What the last import brought for a unit; `null` where none did. */
export async function findImported(tx: Database, recordId: string, scope: Scope): Promise<ImportedUnit | null> {
  const [row] = await tx
    .select({ content: importedUnit.content, released: importedUnit.released })
    .from(importedUnit)
    .where(and(eq(importedUnit.recordId, recordId), eq(importedUnit.scope, scope)));
  return row === undefined ? null : { content: asContent(row.content), released: row.released };
}

/** Keeps what an import brought for a unit. */
export async function keepImported(
  tx: Database,
  { recordId, scope, ...brought }: ImportedUnit & { recordId: string; scope: Scope; at: Date },
): Promise<void> {
  await tx
    .insert(importedUnit)
    .values({ recordId, scope, ...brought })
    .onConflictDoUpdate({ target: [importedUnit.recordId, importedUnit.scope], set: brought });
}
