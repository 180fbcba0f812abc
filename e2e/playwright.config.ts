import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const CHROMIUM_PATHS = [
  process.env.FLEET_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const executablePath = CHROMIUM_PATHS.find((path) => path !== undefined && existsSync(path));

/** The page as users get it: the built files, the built API, a real MariaDB and the system's Chromium. */
export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  workers: 4,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  // No promise to anybody: what a machine that is busy with other things may take for what it does in one second.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--disable-gpu',
      ],
    },
    // `--trace on` shows what happened; recording it for every test would take a sixth of the time.
    trace: 'off',
  },
});
