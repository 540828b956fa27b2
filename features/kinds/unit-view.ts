import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content, KindName, Scope } from '#features/records/model.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { Locale } from '#i18n/locales.ts';

/** Everything that the form of one unit shows; plain values, so that a browser can hold it. */
export interface UnitView {
  /** Who reads the form: their device keeps their words. */
  person: string;
  record: string;
  /** The page of the record, without a question. */
  address: string;
  kind: KindName;
  scope: Scope;
  sourceLocale: Locale;
  /** 0 for a unit that nobody has begun. */
  baseRev: number;
  fields: FieldDescription[];
  /** The fields of the facts, by which items are named. */
  factFields: FieldDescription[];
  content: Content;
  /** The facts that need to be claimed, by their names. */
  claimBearing: readonly string[];
  /** The newest facts of the record: texts of nested items are listed by them. */
  facts: Content;
  /** The source text beside a translation; `null` beside the source itself and the facts. */
  source: Content | null;
  stalePaths: string[];
  /** The records that the form names, and all of the kinds that have few. */
  options: ReferenceOption[];
  wholeKinds: KindName[];
  /** Where the form leads after a save, without script as well. */
  back: string;
  submitKey: string;
}
