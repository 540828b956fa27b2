import { z } from 'zod';
import { findTextFault } from './text-faults.ts';

/** A table beyond this is data, which belongs into a file. */
export const TABLE_COLUMNS_MAX = 12;
/** As for columns. */
export const TABLE_ROWS_MAX = 200;
/** The longest list. */
export const LIST_ITEMS_MAX = 500;
/** The longest text. */
export const BLOCKS_MAX = 2000;
/** The longest run of words with the same marks. */
export const RUN_LENGTH_MAX = 20_000;

const blockId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u);

const text = z.string().min(1).max(RUN_LENGTH_MAX).superRefine(refuseLineFaults);

const href = z
  .string()
  .max(2000)
  .regex(/^(?:https?:\/\/[^\s/]\S*|mailto:[^\s@]+@[^\s@]+|\/[a-z0-9/-]*)$/u)
  .superRefine(refuseLineFaults);

/** Whether a text may lead somewhere: an address of the web or of mail, or a path of this site. */
export function isLinkAddress(address: string): boolean {
  return href.safeParse(address).success;
}

/** A mark on a run of text; readers of stored text check each mark by itself. */
export const richTextMarkSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
  z.strictObject({
    type: z.literal('foreign'),
    attrs: z.strictObject({ lang: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u) }),
  }),
  z.strictObject({
    type: z.literal('sourceNote'),
    attrs: z.strictObject({ sourceId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u) }),
  }),
]);

const textNode = z.strictObject({
  type: z.literal('text'),
  text,
  marks: z
    .array(richTextMarkSchema)
    .max(4)
    .refine((marks) => new Set(marks.map((mark) => markName(mark))).size === marks.length, {
      params: { reason: 'twice' },
    })
    .optional(),
});
const inline = z.array(textNode).max(2000);
const withId = z.strictObject({ id: blockId });

const paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: withId, content: inline.optional() });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inline.optional(),
});
const listItem = z.strictObject({ type: z.literal('listItem'), content: inline });
const list = z.strictObject({
  type: z.union([z.literal('bulletList'), z.literal('orderedList')]),
  attrs: withId,
  content: z.array(listItem).min(1).max(LIST_ITEMS_MAX),
});
const cell = z.strictObject({ type: z.literal('tableCell'), content: inline });
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(TABLE_COLUMNS_MAX) });
/** The first row is the head; all rows have as many cells. */
const table = z.strictObject({
  type: z.literal('table'),
  attrs: withId,
  content: z
    .array(row)
    .min(1)
    .max(TABLE_ROWS_MAX)
    .refine((rows) => rows.every(({ content }) => content.length === rows[0]?.content.length), {
      params: { reason: 'wrongType' },
    }),
});
const blockquote = z.strictObject({ type: z.literal('blockquote'), attrs: withId, content: inline });

/** The closed schema of rich text: a document of blocks, each with a stable id. No HTML is ever stored. */
export const richTextSchema = z
  .strictObject({
    type: z.literal('doc'),
    content: z.array(z.union([paragraph, heading, list, blockquote, table])).max(BLOCKS_MAX),
  })
  .superRefine((document, context) => {
    const seen = new Set<string>();
    for (const [index, block] of document.content.entries()) {
      if (seen.has(block.attrs.id)) {
        context.addIssue({ code: 'custom', path: ['content', index], params: { reason: 'twice' } });
      }
      seen.add(block.attrs.id);
    }
  });

/** Rich text as a document of blocks. */
export type RichText = z.infer<typeof richTextSchema>;

/** One block of rich text. */
export type RichTextBlock = RichText['content'][number];

/** A run of text with its marks. */
export type RichTextRun = z.infer<typeof textNode>;

/** A mark on a run of text. */
export type RichTextMark = z.infer<typeof richTextMarkSchema>;

/** Only notes may stand behind the same words more than once, each for another source. */
function markName(mark: RichTextMark): string {
  return mark.type === 'sourceNote' ? `note ${mark.attrs.sourceId}` : mark.type;
}

function refuseLineFaults(value: string, context: z.RefinementCtx): void {
  const fault = findTextFault(value, 'line');
  if (fault !== null) context.addIssue({ code: 'custom', params: { reason: fault } });
}
