import { z } from 'zod';
import { sourceList } from '#features/records/evidence.ts';
import { importKey } from '#features/records/fields.ts';
import { KIND_NAMES } from '#features/records/model.ts';
import { LOCALES } from '#i18n/locales.ts';

/** A source without an id: an import names it by its row. */
const rowSource = sourceList().element.omit({ id: true });

/** One row of an import: a record by its key, with its facts and its texts. The kind's own schemas check those. */
export const importRow = z.strictObject({
  kind: z.enum(KIND_NAMES),
  key: importKey,
  state: z.enum(['draft', 'published']).default('draft'),
  sourceLocale: z.enum(LOCALES).optional(),
  /** Serves all claim-bearing facts of the row that name none. */
  source: rowSource.optional(),
  facts: z.record(z.string(), z.unknown()).default({}),
  texts: z.partialRecord(z.enum(LOCALES), z.record(z.string(), z.unknown())).default({}),
});

/** One row of an import. */
export type ImportRow = z.infer<typeof importRow>;
