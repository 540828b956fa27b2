import { z } from 'zod';
import { claimList, sourceList } from '#features/records/evidence.ts';
import {
  choice,
  code,
  line,
  lines,
  paragraph,
  reference,
  richText,
  slug,
  webAddress,
} from '#features/records/fields.ts';
import { ORGANISATION_KINDS } from '#features/vocabulary/model.ts';

/** The facts of an organisation: all of them identify it, so none needs a claim. */
export const organisationFacts = z.strictObject({
  slug: slug(),
  kind: choice(ORGANISATION_KINDS, 'organisationKinds'),
  country: code(/^[A-Z]{2}$/u, 2).optional(),
  place: reference('place').optional(),
  website: webAddress().optional(),
  wikidata: code(/^Q[1-9]\d*$/u).optional(),
  sources: sourceList().optional(),
  claims: claimList().optional(),
});

/** The text of an organisation in one language. */
export const organisationText = z.strictObject({
  title: line(200),
  aliases: lines(200).optional(),
  lead: paragraph(600).optional(),
  body: richText().optional(),
});
