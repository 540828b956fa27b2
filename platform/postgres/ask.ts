import postgres from 'postgres';

/** One connection for a few statements of set-up; the product itself goes through `db/client.ts`. */
export type Connection = postgres.Sql;

const CONNECT_SECONDS_MAX = 5;

/** Opens a connection, lets `work` use it and closes it. */
export async function ask<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = postgres(url, {
    max: 1,
    connect_timeout: CONNECT_SECONDS_MAX,
    connection: { application_name: 'madinatan set-up' },
    onnotice: () => undefined,
    fetch_types: false,
  });
  try {
    return await work(connection);
  } finally {
    await connection.end({ timeout: 1 });
  }
}

/**
 * Makes sure that a database answers, within five seconds.
 *
 * @param name - what to call the setting in the message, for instance `DATABASE_URL`
 * @throws Error that names server and reason, and never the password
 */
export async function checkReachable(url: string, name: string): Promise<void> {
  const place = placeOf(url, name);
  const late = AbortSignal.timeout(CONNECT_SECONDS_MAX * 1000);
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new Error('no answer within 5 seconds')), { once: true });
  });
  const answer = ask(url, (connection) => connection`select 1`);
  answer.catch(() => undefined);
  try {
    await Promise.race([answer, tooLate]);
  } catch (cause) {
    throw new Error(`The database ${place} of ${name} cannot be used: ${reasonOf(cause)}.`, { cause });
  }
}

function placeOf(url: string, name: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/u.test(protocol)) throw new Error('another protocol');
    return `${host}${pathname}`;
  } catch {
    throw new Error(`${name} must look like postgres://login:password@host:5432/database.`);
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host is not known';
  if (code === 'CONNECT_TIMEOUT') return 'no answer within 5 seconds';
  return cause.message.replace(/\.$/u, '');
}
