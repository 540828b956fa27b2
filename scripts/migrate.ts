import { migrate } from '#db/migrate.ts';
import { env } from '#platform/env.ts';

const ownerUrl = env().DATABASE_URL_OWNER ?? env().DATABASE_URL;
if (ownerUrl === undefined) {
  console.error('Set DATABASE_URL_OWNER or DATABASE_URL; `npm run up` brings and migrates a database of its own.');
  process.exit(1);
}
try {
  const applied = await migrate({ ownerUrl });
  console.log(applied === 0 ? 'the database is up to date' : `${String(applied)} migrations applied`);
} catch (thrown) {
  console.error(thrown instanceof Error ? describe(thrown) : thrown);
  process.exit(1);
}

/** The message, and the reason below it where there is one, such as a refused connection. */
function describe(thrown: Error): string {
  return thrown.cause instanceof Error ? `${thrown.message}\n${describe(thrown.cause)}` : thrown.message;
}
