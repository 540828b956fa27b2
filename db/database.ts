import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Send } from './slot.ts';

/**
 * A database to ask: the pool itself, or one open transaction. Both look the same to queries. Transactions are opened
 * with `transaction` of `db/client.ts` only.
 */
export type Database = Omit<PostgresJsDatabase, 'transaction'>;

/**
 * A drizzle database whose statements go where `send` takes them.
 *
 * @param translate - turns what a failed statement threw into what its caller shall see
 */
export function databaseOver(send: Send, translate: (thrown: unknown) => unknown): Database {
  const database = drizzle(asDriverClient(send), { casing: 'snake_case' });
  translateFailures(sessionOf(database), translate);
  return database;
}

/**
 * A statement may not open, end or nest a transaction, nor change the session for whoever gets the connection next.
 */
export function refuseSessionControl(statement: string): void {
  if (/^\s*(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare|set\s+(?!local\b))/iu.test(statement)) {
    throw new Error(`transactions belong to transaction() of db/client.ts; refused: ${statement.slice(0, 40)}`);
  }
}

/**
 * Drizzle's postgres session uses three things of a driver client: `unsafe` giving something that can be awaited or asked
 * for `.values()`, and the two tables of `options` that it overwrites. The façade has exactly these; `begin` and
 * `savepoint` are missing on purpose, transactions go through the pool.
 */
function asDriverClient(send: Send): postgres.Sql {
  const facade = {
    options: { parsers: {}, serializers: {} },
    unsafe: (statement: string, params: readonly unknown[] = []) => ({
      values: () => send(statement, params, 'values'),
      // Drizzle awaits the query object itself where it wants rows as objects.
      // oxlint-disable-next-line unicorn/no-thenable
      then: (...handlers: Parameters<Promise<unknown>['then']>) => send(statement, params, 'rows').then(...handlers),
    }),
  };
  return facade as unknown as postgres.Sql;
}

type Execute = (...args: unknown[]) => Promise<unknown>;

/** The two doors through which drizzle runs what its builders made. */
interface Prepared {
  execute: Execute;
  all: Execute;
}

interface Session {
  prepareQuery: (...args: unknown[]) => Prepared;
}

/** Drizzle keeps the session it was made with under this name (0.45.4, `pg-core/db.js`); a test covers it. */
function sessionOf(database: object): Session {
  return Reflect.get(database, 'session') as Session;
}

/** Drizzle wraps each failure in an error of its own; this gives the caller what the failure means instead. */
function translateFailures(session: Session, translate: (thrown: unknown) => unknown): void {
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (...args) => {
    const prepared = prepare(...args);
    prepared.execute = translating(prepared.execute.bind(prepared), translate);
    prepared.all = translating(prepared.all.bind(prepared), translate);
    return prepared;
  };
}

function translating(execute: Execute, translate: (thrown: unknown) => unknown): Execute {
  return (...args) => {
    const answer = execute(...args).catch((thrown: unknown) => {
      throw translate(thrown);
    });
    // A statement whose caller has already failed elsewhere must not end the process when it fails as well.
    answer.catch(() => undefined);
    return answer;
  };
}
