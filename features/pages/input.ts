import { z } from 'zod';
import { flag, line, paragraph, richText, slug } from '#features/records/fields.ts';

/** The facts of a page about the register: its address, and whether it is written in easy language. */
export const pageFacts = z.strictObject({
  slug: slug(),
  isEasy: flag().optional(),
});

/** The text of a page in one language. */
export const pageText = z.strictObject({
  title: line(120),
  lead: paragraph(600).optional(),
  body: richText(),
});
