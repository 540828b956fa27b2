import type { RigDatabase } from './database.ts';

/** A published partnership that can be released anew, and its Arabic page. */
export interface Target {
  record: string;
  path: string;
}

const LISTS = ['/', '/partnerships', '/places', '/stories'];
const LANGUAGES = ['', '/de', '/en'];

/** The published partnerships, in an order that is the same in each run. */
export async function listTargets(database: RigDatabase): Promise<Target[]> {
  return database.asAdmin(
    (connection) => connection<Target[]>`
      select r.id as record, a.path from record r join address a on a.record_id = r.id and a.state = 'live'
      where r.kind = 'partnership' and exists (
        select 1 from unit u where u.record_id = r.id and u.scope = 'ar' and u.published_rev is not null)
      order by md5(a.path)`,
  );
}

/** Every public address that the database knows, in all languages. */
export async function listPublicPaths(database: RigDatabase): Promise<string[]> {
  const rows = await database.asAdmin(
    (connection) => connection<{ path: string }[]>`
      select path from address where state = 'live' and path ~ '^/(partnerships|places|stories)/' order by path`,
  );
  return inAllLanguages([...LISTS, ...rows.map(({ path }) => path)]);
}

/** The same pages in Arabic, German and English. */
export function inAllLanguages(paths: readonly string[]): string[] {
  return LANGUAGES.flatMap((language) =>
    paths.map((path) => (path === '/' && language !== '' ? language : language + path)),
  );
}

/** A word that stands nowhere yet. */
export function newWord(): string {
  return `w${Math.random().toString(36).slice(2, 12)}`;
}
