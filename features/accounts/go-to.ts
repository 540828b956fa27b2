import type { Route } from 'next';
import { redirect } from 'next/navigation';

/**
 * Sends the browser to a page of this site. Next does it by throwing, so this stands outside of every `try`.
 *
 * @param path - made of paths of this site, or checked by `ownPath`
 */
export function goTo(path: string): never {
  redirect(asRoute(path));
}

/** Next knows literal routes only; what this one is made of is asked of the callers above. */
function asRoute(path: string): Route {
  return path as Route;
}
