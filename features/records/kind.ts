import type { z } from 'zod';
import type { Database } from '#db/pool.ts';
import type { Locale } from '#i18n/locales.ts';
import type { FieldProblem } from '#platform/problem.ts';
import type { Content, KindName } from './model.ts';

/** A rule that a schema cannot say: it looks at several fields, or at the calendar. */
export interface RuleBreach extends FieldProblem {
  /** `save`: the content is wrong. `publish`: it is only not ready for readers. */
  blocks: 'save' | 'publish';
}

/** What a projection knows of the record it writes for. */
export interface Projected {
  tx: Database;
  id: string;
  ref: string;
  sourceLocale: Locale;
  now: Date;
}

/**
 * One kind of record, declared once. Form, draft and publish checks, paths, translation fields, import and API follow
 * from it.
 */
export interface Kind {
  name: KindName;
  /** Where its pages stand, without language prefix; empty: right under the root; `null` for a kind that has no page yet. */
  basePath: '' | `/${string}` | null;
  facts: z.ZodObject;
  text: z.ZodObject;
  /** The facts that cannot be published without an accepted claim. */
  claimBearing: readonly string[];
  /** @param today - the calendar day in the site's zone */
  findBreaches: (facts: Content, today: string) => RuleBreach[];
  /** Writes the facts into the typed tables that the public can read. Content was checked strictly before. */
  projectFacts: (projected: Projected, facts: Content) => Promise<void>;
  projectText: (projected: Projected, locale: Locale, text: Content) => Promise<void>;
  withdrawFacts: (tx: Database, id: string) => Promise<void>;
  withdrawText: (tx: Database, id: string, locale: Locale) => Promise<void>;
}

const known = new Map<KindName, Kind>();

/** Declares a kind of record to the kernel. */
export function defineKind(kind: Kind): Kind {
  known.set(kind.name, kind);
  return kind;
}

/**
 * The declaration of a kind.
 *
 * @throws Error if the room of the kind was not loaded: every entry point imports `features/kinds/all.ts`
 */
export function kindNamed(name: KindName): Kind {
  const kind = known.get(name);
  if (kind === undefined) throw new Error(`The kind ${name} was not loaded; import features/kinds/all.ts`);
  return kind;
}

/** The schema of one unit of a kind. */
export function schemaOf(kind: Kind, scope: string): z.ZodObject {
  return scope === 'facts' ? kind.facts : kind.text;
}
