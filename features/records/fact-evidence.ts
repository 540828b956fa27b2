import { compareDays, lastDayOf } from './partial-date.ts';
import type { PublishedClaim, PublishedSource } from './queries/published-evidence.ts';

/** Everything that a page knows of where its facts come from. */
export interface Evidence {
  sources: readonly PublishedSource[];
  claims: readonly PublishedClaim[];
}

/** Which fact: `type`, `agreements.a1`; with a field where only one of its fields is meant. */
export interface FactPath {
  path: string;
  field?: string | undefined;
  /** The source that the fact itself names. */
  sourceId?: string | null | undefined;
}

/** A fact on which the sources do not agree. */
export interface Disagreement {
  path: string;
  field: string | null;
  /** Claims for the value that is shown. */
  shown: PublishedClaim[];
  /** Claims for other values. */
  others: PublishedClaim[];
}

/** The sources on which a fact rests, in the order in which the page numbers them. */
export function sourcesOf({ sources, claims }: Evidence, { path, field, sourceId }: FactPath): string[] {
  const named = claims
    .filter((claim) => claim.accepted && claim.path === path)
    .filter((claim) => field === undefined || claim.field === null || claim.field === field)
    .map((claim) => claim.sourceId);
  const cited = new Set(sourceId ? [sourceId, ...named] : named);
  return sources.map(({ id }) => id).filter((id) => cited.has(id));
}

/** Everything that is claimed of a fact, accepted or not; with a field only what speaks of it or of the whole fact. */
export function claimsOf({ claims }: Evidence, { path, field }: Pick<FactPath, 'field' | 'path'>): PublishedClaim[] {
  return claims.filter(
    (claim) => claim.path === path && (field === undefined || claim.field === null || claim.field === field),
  );
}

/** What other sources say of a fact instead of what is shown. */
export function otherClaims({ claims }: Evidence, path: string): PublishedClaim[] {
  return claims.filter((claim) => claim.path === path && isOther(claim));
}

/** The facts on which the sources do not agree, in the order of their first other claim. */
export function disagreementsIn({ claims }: Evidence): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const { path, field } of claims.filter(isOther)) {
    const same = claims.filter((claim) => claim.path === path && claim.field === field && claim.value !== null);
    found.set(`${path}.${field ?? ''}`, {
      path,
      field,
      shown: same.filter((claim) => claim.accepted),
      others: same.filter((claim) => !claim.accepted),
    });
  }
  return [...found.values()];
}

/**
 * The latest day on which somebody checked a fact that is shown.
 *
 * @returns a partial date; `null` where nobody has, or no day was noted
 */
export function lastCheckedOn({ claims }: Pick<Evidence, 'claims'>): string | null {
  return latestOf(claims.filter(({ accepted }) => accepted).map(({ checkedOn }) => checkedOn));
}

/**
 * The latest day on which somebody read a source of the record, which is less than checking a fact against it.
 *
 * @returns a partial date; `null` where no day was noted
 */
export function lastReadOn({ sources, claims }: Evidence): string | null {
  return latestOf([...claims, ...sources].map(({ retrievedOn }) => retrievedOn));
}

function latestOf(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  return known.toSorted((a, b) => compareDays(lastDayOf(a), lastDayOf(b))).at(-1) ?? null;
}

/** The number under which a page lists a source, from 1; `null` for one that the record does not list. */
export function numberOfSource({ sources }: Pick<Evidence, 'sources'>, sourceId: string): number | null {
  const at = sources.findIndex(({ id }) => id === sourceId);
  return at === -1 ? null : at + 1;
}

function isOther(claim: PublishedClaim): boolean {
  return !claim.accepted && claim.value !== null;
}
