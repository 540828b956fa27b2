import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['react-server'];
const UNIT_FOLDERS = '{app,db,features,i18n,platform,scripts,ui,tests/architecture,tests/lint}';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Without this condition `server-only` throws, as it should in a browser.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [`${UNIT_FOLDERS}/**/*.test.{ts,tsx}`], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/database-settings.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
