import { z } from 'zod';
import { sourceList } from '#features/records/evidence.ts';
import { line, paragraph, partialDate, references, richText, slug } from '#features/records/fields.ts';

/** The facts of a story: its day, the records it speaks of, the sources it retells. */
export const storyFacts = z.strictObject({
  slug: slug(),
  publishedOn: partialDate().optional(),
  related: references('partnership', 'place', 'organisation', 'programme', 'theme').optional(),
  sources: sourceList().optional(),
});

/** The text of a story in one language. */
export const storyText = z.strictObject({
  title: line(200),
  lead: paragraph(800).optional(),
  body: richText(),
});
