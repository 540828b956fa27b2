import { z } from 'zod';
import { claimList, sourceList } from '#features/records/evidence.ts';
import { line, paragraph, partialDate, reference, richText, slug, webAddress } from '#features/records/fields.ts';

/** The facts of a programme; its dates bear claims. */
export const programmeFacts = z.strictObject({
  slug: slug(),
  website: webAddress().optional(),
  organisation: reference('organisation').optional(),
  startedOn: partialDate().optional(),
  endedOn: partialDate().optional(),
  sources: sourceList().optional(),
  claims: claimList().optional(),
});

/** The text of a programme in one language. */
export const programmeText = z.strictObject({
  title: line(200),
  abbreviation: line(40).optional(),
  lead: paragraph(600).optional(),
  body: richText().optional(),
});
