import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { record as recordTable } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { LOCALES } from '#i18n/locales.ts';
import { localeOfPrefix } from '../desk-address.ts';
import { importKey } from '../fields.ts';
import { resolveNames } from '../internal/resolve-names.ts';
import { writeUnit } from '../internal/write-unit.ts';
import { kindNamed } from '../kind.ts';
import {
  type Content,
  KIND_NAMES,
  type KindName,
  type RecordRow,
  REF_LETTER,
  type RevisionKind,
  type Scope,
  SCOPES,
  scopesFrom,
} from '../model.ts';
import { mayCreate } from '../policy.ts';
import { readContent } from '../read-form.ts';

const input = z
  .strictObject({
    kind: z.enum(KIND_NAMES),
    sourceLocale: z.enum(LOCALES),
    importKey: importKey.optional(),
    /** The first content of each unit; the facts unit is always begun. */
    units: z.partialRecord(z.enum(SCOPES), z.unknown()).optional(),
    revisionKind: z.enum(['create', 'import', 'duplicate']).default('create'),
    /** Where to go after a posted form. */
    prefix: z.enum(['', '/de', '/en']).optional(),
    /** Somebody makes it by the way and stays where they are. */
    stays: z.boolean().optional(),
    /** A form that sends no title was sent by mistake; imports and copies may be without. */
    isForm: z.boolean().optional(),
  })
  .superRefine(({ isForm = false, sourceLocale, units }, context) => {
    if (!isForm || units?.[sourceLocale] !== undefined) return;
    context.addIssue({ code: 'custom', path: ['title'], params: { reason: 'required' } });
  });

/** A new record. */
export interface Created {
  id: string;
  ref: string;
}

/**
 * Starts a record as a draft with what is known; everything may be missing but its kind and the language it is written in.
 *
 * @throws Problem `invalid`, `addressTaken`, `referenceTrashed` for the content given
 */
export const createRecord = defineCommand({
  name: 'record.create',
  input,
  fromForm: (form) => ({
    kind: form.get('kind'),
    sourceLocale: form.get('sourceLocale') ?? 'ar',
    prefix: form.get('prefix') ?? '',
    units: firstUnits(form),
    isForm: true,
    stays: form.get('stays') === 'on',
  }),
  load: async () => ({}),
  allow: (actor) => mayCreate(actor),
  run: async (context, _subject, asked): Promise<Created & { prefix: string }> => {
    const created = await insertRecord(context, asked);
    const scopes = scopesFrom(asked.sourceLocale).filter(
      (scope) => scope === 'facts' || asked.units?.[scope] !== undefined,
    );
    for (const scope of scopes) {
      const content = await contentOf(context, asked, scope);
      const kind: RevisionKind = asked.revisionKind;
      await writeUnit(context, { record: created, scope, head: null, baseRev: null, content: asPosted(content), kind });
    }
    return { id: created.id, ref: created.ref, prefix: asked.prefix ?? '' };
  },
  respond: async ({ ref, prefix }, { stays = false }) =>
    stays ? null : { redirectTo: `${prefix}/dashboard/records/${ref}?unit=${localeOfPrefix(prefix)}` },
});

/** What is known of a unit; records that the facts point to may be named as people name them. */
async function contentOf(
  { tx }: CommandContext,
  { kind, units }: z.infer<typeof input>,
  scope: Scope,
): Promise<unknown> {
  const content = units?.[scope] ?? {};
  return scope === 'facts' ? resolveNames(tx, kindNamed(kind), content) : content;
}

async function insertRecord(
  context: CommandContext,
  asked: { kind: KindName; sourceLocale: RecordRow['sourceLocale']; importKey?: string | undefined },
): Promise<RecordRow> {
  const { tx, actor, now } = context;
  const row: RecordRow = {
    id: uuidv7(),
    kind: asked.kind,
    ref: await nextRef(tx, asked.kind),
    slug: null,
    sourceLocale: asked.sourceLocale,
    deletedAt: null,
  };
  await tx.insert(recordTable).values({
    ...row,
    importKey: asked.importKey ?? null,
    createdAt: now,
    createdBy: personIdOf(actor),
  });
  return row;
}

/** The next short name of a kind. Numbers are never given twice; a rolled back one leaves a gap. */
async function nextRef(tx: Database, kind: KindName): Promise<string> {
  const letter = REF_LETTER[kind];
  const sequence = `record_ref_${letter.toLowerCase()}`;
  const [row] = await tx.execute<{ n: string }>(sql`select nextval(${sequence}) as n`);
  return `${letter}-${String(row?.n)}`;
}

function firstUnits(form: FormData): Record<string, unknown> {
  const title = form.get('title');
  const locale = form.get('sourceLocale') ?? 'ar';
  const text = typeof title === 'string' && title.trim() !== '' ? { [String(locale)]: { title } } : {};
  return { facts: readContent(form, 'facts'), ...text };
}

/** `writeUnit` checks the content against the kind; here it only has to be handed on. */
function asPosted(content: unknown): Content {
  return content as Content;
}
