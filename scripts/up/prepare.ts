import { join } from 'node:path';
import { migrate } from '#db/migrate.ts';
import { env } from '#platform/env.ts';
import { openDataFolder } from '#platform/postgres/data-folder.ts';
import { keepSecret } from '#platform/postgres/private-file.ts';
import { openDatabase } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import type { Lifetime } from './lifetime.ts';
import { claimPort } from './port.ts';
import type { Progress } from './progress.ts';
import { seedOnce } from './seed-step.ts';
import type { Settings } from './settings.ts';

/** All that web and worker need to run. */
export interface Prepared {
  port: number;
  /** The settings to give them. */
  environment: Record<string, string>;
}

/**
 * Takes port and data folder, opens the database, brings it to the newest schema and seeds it when it is empty. What cannot
 * be had is said before anything takes long.
 */
export async function prepare(settings: Settings, progress: Progress, lifetime: Lifetime): Promise<Prepared> {
  const { asked, atEnd } = lifetime;
  const dataDir = openDataFolder(settings.dataDir);
  const release = lockFolder(dataDir);
  atEnd({
    stop: async () => {
      release();
    },
    kill: release,
  });
  const port = await claimPort(settings.port);
  const secret = env().AUTH_SECRET ?? keepSecret(join(dataDir, 'auth-secret'));

  const database = await progress.step('database', (note) => openDatabase(dataDir, note));
  if (database.atEnd !== null) atEnd(database.atEnd);
  asked.throwIfAborted();
  await progress.step('migrations', async (note) => {
    const applied = await migrate({ ownerUrl: database.environment.DATABASE_URL_OWNER });
    await database.openLogins();
    note(applied === 0 ? 'up to date' : `${String(applied)} applied`);
  });
  await progress.step('seed', (note) => seedOnce(database.environment, asked, note));

  const environment = { ...database.environment, AUTH_SECRET: secret, DATA_DIR: dataDir, PORT: String(port) };
  return { port, environment };
}
