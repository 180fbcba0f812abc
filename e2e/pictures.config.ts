import { defineConfig } from '@playwright/test';
import settings from './playwright.config.ts';

/** Not tests: the pictures of the docs, taken anew by `pnpm docs:screenshots`. */
export default defineConfig({ ...settings, testDir: 'pictures', workers: 2 });
