import { validate as isUuid } from 'uuid';

/** What the address of a page of the desk says beside what it asks. */
export interface ListQuery {
  search: string;
  /** From 1. */
  page: number;
  /** What was just done, for the notice at the top. */
  done: string | null;
  /** The record that was just thrown away, to be brought back with one press. */
  thrown: string | null;
  /** Changes with each save, so that the form after it is a new one; otherwise it stays with what is typed in it. */
  at: string;
}

/** Reads the query of a page of the desk; anything unexpected counts as not given. */
export function readListQuery(query: Readonly<Record<string, string | string[] | undefined>>): ListQuery {
  const page = Number(textOf(query['page']));
  return {
    search: textOf(query['q']).trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    done: textOf(query['done']) || null,
    thrown: isUuid(textOf(query['thrown'])) ? textOf(query['thrown']) : null,
    at: textOf(query['at']).slice(0, 40),
  };
}

function textOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
