import type { KindName } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';

/** A record as a field that points to others offers it: plain values, so that it can travel to a browser. */
export interface RecordOption {
  id: string;
  ref: string;
  kind: KindName;
  title: string;
  /** `null` where it has no title, and its short name stands there. */
  titleLocale: Locale | null;
  slug: string | null;
  /** What sort of thing it is, such as `city`. */
  sort: string | null;
  /** By name, in the reader's language. */
  country: string | null;
  /** Whether readers see it. */
  isPublic: boolean;
  /** Whether it is probably the very thing that was asked for. */
  isTwin: boolean;
}
