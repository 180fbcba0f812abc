import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';

/** What is in a file that the page has saved. */
export async function savedText(download: Download): Promise<string> {
  return await readFile(await download.path(), 'utf8');
}
