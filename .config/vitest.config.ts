import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const shared = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
};
const ownTests = '{apps,packages}/*/{src,trial}/**/*';

/** `pure` needs nothing but Node; `db` shares one throwaway MariaDB, a database per file. */
export default defineConfig({
  ...shared,
  test: {
    // By default one core is left idle, and most of these tests wait rather than compute.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          include: [`${ownTests}.test.{ts,tsx}`, '.config/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          // Pure tests leave nothing behind for one another; loading everything anew for each file takes most of the time.
          isolate: false,
          restoreMocks: true,
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: [`${ownTests}.db.test.ts`],
          globalSetup: [
            fileURLToPath(
              new URL('../packages/fleet-lab/src/testing/database-for-tests.ts', import.meta.url),
            ),
          ],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
