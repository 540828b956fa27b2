import { z } from 'zod';
import { LOCALES } from '#i18n/locales.ts';
import { choice, code, factPath, flag, itemList, itemOf, line, partialDate, paragraph, webAddress } from './fields.ts';

const SOURCE_KINDS = ['website', 'press', 'official', 'dataset', 'document', 'comparison'] as const;

/** Where facts come from: the list `sources` of every kind that bears claims. */
export function sourceList() {
  return itemList({
    publisher: line(200),
    title: line(300).optional(),
    url: webAddress().optional(),
    language: code(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u).optional(),
    publishedOn: partialDate().optional(),
    retrievedOn: partialDate().optional(),
    kind: choice(SOURCE_KINDS, 'sourceKinds').optional(),
  });
}

/**
 * Who says what of a fact: the list `claims`. A claim without `value` supports whatever the fact shows;
 * one with a value that differs and is not accepted keeps a conflict visible.
 */
export function claimList() {
  return itemList(
    {
      path: factPath(),
      value: z.union([paragraph(500), z.number(), z.boolean()]).optional(),
      sourceId: itemOf('sources'),
      /** The party that says so, by its id. */
      side: itemOf('parties').optional(),
      retrievedOn: partialDate().optional(),
      checkedOn: partialDate().optional(),
      note: paragraph(1000).optional(),
      noteLanguage: choice(LOCALES).optional(),
      accepted: flag(),
    },
    { itemsMax: 500 },
  );
}

/** A claim in the facts of a record. */
export type Claim = z.infer<ReturnType<typeof claimList>>[number];
