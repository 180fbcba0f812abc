import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const shared = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // As the page is built.
  oxc: { jsx: { importSource: '#drawn-text' } },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
};
/** No promise to anybody: what a machine that is busy with other things may take for what it does in a moment. */
const PATIENCE = { hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };
const ownTests = '{apps,packages}/*/{src,trial}/**/*';

/** By how their names end; all other tests are `pure`. */
const OTHERS = {
  db: '**/*.db.test.ts',
  dom: '**/*.dom.test.{ts,tsx}',
  process: '**/*.process.test.ts',
  properties: '**/*.properties.test.ts',
};

/** Tests that leave nothing behind for one another: loading everything anew for each file takes most of the time. */
const TOGETHER = { isolate: false, restoreMocks: true, testTimeout: 120_000, ...PATIENCE };

/**
 * `pure` needs nothing but Node and a moment, and is what `pnpm verify` runs. `properties` tries what must hold for
 * every fleet on very many or very large ones, `dom` draws the page in happy-dom, `process` needs a process of its own,
 * mostly the dashboard's; `db` shares one throwaway MariaDB, a database per file.
 */
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
          exclude: Object.values(OTHERS),
          // Without a process for each worker, modules need not be handed on in files.
          pool: 'threads',
          ...TOGETHER,
        },
      },
      { ...shared, test: { name: 'properties', include: [OTHERS.properties], ...TOGETHER } },
      {
        ...shared,
        test: { name: 'dom', include: [OTHERS.dom], environment: 'happy-dom', ...TOGETHER },
      },
      {
        ...shared,
        test: { name: 'process', include: [OTHERS.process], testTimeout: 120_000, ...PATIENCE },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: [`${ownTests}.db.test.ts`, '.config/**/*.db.test.ts'],
          globalSetup: [
            fileURLToPath(
              new URL('../packages/fleet-lab/src/testing/database-for-tests.ts', import.meta.url),
            ),
          ],
          testTimeout: 120_000,
          ...PATIENCE,
        },
      },
    ],
  },
});
