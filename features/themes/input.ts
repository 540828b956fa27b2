import { z } from 'zod';
import { line, numberChoices, paragraph, slug } from '#features/records/fields.ts';

/** The facts of a theme: its address and the development goals it serves. */
export const themeFacts = z.strictObject({
  slug: slug(),
  sdgs: numberChoices(1, 17, 'sdgs').optional(),
});

/** The text of a theme in one language. */
export const themeText = z.strictObject({
  title: line(120),
  lead: paragraph(600).optional(),
});
