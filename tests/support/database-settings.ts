import { inject, vi } from 'vitest';
import { addressOf, nameTestDatabase, OWNER_ROLE } from './database-address.ts';

// Each test file sees the settings of a database of its own before anything of the product is loaded. The database itself
// is made by `useTestDatabase()`.
const serverUrl = inject('testServerUrl');
const database = nameTestDatabase();
vi.stubEnv('TEST_DATABASE_URL', serverUrl);
vi.stubEnv('DATABASE_URL', addressOf(serverUrl, database));
vi.stubEnv('DATABASE_URL_PUBLIC', addressOf(serverUrl, database));
vi.stubEnv('DATABASE_URL_OWNER', addressOf(serverUrl, database, OWNER_ROLE));
