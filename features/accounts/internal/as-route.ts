import type { Route } from 'next';

/** Next checks the routes it is given as literals; this one is computed, from parts that are paths of this site. */
export function asRoute(path: string): Route {
  return path as Route;
}
