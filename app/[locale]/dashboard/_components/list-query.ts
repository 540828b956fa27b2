import { validate as isUuid } from 'uuid';
import { type Scope, SCOPES } from '#features/records/model.ts';
import { type Standing, STANDINGS } from '#features/records/queries/list-desk-records.ts';
import { addressWith } from '#ui/address-with.ts';

/** What the address of a list asks for. */
export interface ListQuery {
  search: string;
  /** Only records with a unit that stands so. */
  standing: Standing | undefined;
  /** In which part of the record. */
  scope: Scope | undefined;
  /** From 1. */
  page: number;
  /** What was just done, for the notice at the top. */
  done: string | null;
  /** The record that was just thrown away, to be brought back with one press. */
  thrown: string | null;
  /** Changes with each save, so that the form after it is a new one; otherwise it stays with what is typed in it. */
  at: string;
}

/** Reads the query of a list; anything unexpected counts as not given. */
export function readListQuery(query: Readonly<Record<string, string | string[] | undefined>>): ListQuery {
  const page = Number(textOf(query['page']));
  return {
    search: textOf(query['q']).trim().slice(0, 200),
    standing: STANDINGS.find((standing) => standing === textOf(query['state'])),
    scope: SCOPES.find((scope) => scope === textOf(query['part'])),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    done: textOf(query['done']) || null,
    thrown: isUuid(textOf(query['thrown'])) ? textOf(query['thrown']) : null,
    at: textOf(query['at']).slice(0, 40),
  };
}

/** The address of a list with what is asked of it. */
export function listAddress(
  path: string,
  { search, standing, scope, page }: Pick<ListQuery, 'search' | 'standing' | 'scope' | 'page'>,
): string {
  return addressWith(path, { q: search, state: standing, part: scope, page: page === 1 ? '' : String(page) });
}

function textOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
