import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { importedUnit } from '#db/schema/exchange.ts';
import type { Content, Scope } from '../model.ts';
import { asContent } from './load-record.ts';

/** What the last import brought for a unit; `null` where none did. */
export async function findImported(tx: Database, recordId: string, scope: Scope): Promise<Content | null> {
  const [row] = await tx
    .select({ content: importedUnit.content })
    .from(importedUnit)
    .where(and(eq(importedUnit.recordId, recordId), eq(importedUnit.scope, scope)));
  return row === undefined ? null : asContent(row.content);
}

/** Keeps what an import brought for a unit. */
export async function keepImported(
  tx: Database,
  imported: { recordId: string; scope: Scope; content: Content; at: Date },
): Promise<void> {
  await tx
    .insert(importedUnit)
    .values(imported)
    .onConflictDoUpdate({
      target: [importedUnit.recordId, importedUnit.scope],
      set: { content: imported.content, at: imported.at },
    });
}
