import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  casing: 'snake_case',
  dialect: 'postgresql',
  migrations: { prefix: 'timestamp' },
  out: './db/migrations',
  schema: './db/schema/*.ts',
});
