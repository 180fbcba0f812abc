import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { heldTable, markdownTable } from './markdown.ts';
import type { Report } from './report.ts';

const PAGE = join(REPOSITORY_ROOT, 'docs/performance.md');
const PREFACE = fileURLToPath(new URL('./performance-preface.md', import.meta.url));

/** What the figures depend on beside the code. */
export type Run = { readonly serverVersion: string; readonly loadBefore: number };

/** Writes `docs/performance.md`: the preface, kept beside this file, and the figures of this run. Returns its path. */
export function writePerformancePage(report: Report, run: Run): string {
  const machine = `Figures of one run on ${availableParallelism()} cores, which the API, the database and the load shared; database ${run.serverVersion}, Node ${process.version}. Each time is a median. When it began, other work had the machine at a load average of ${run.loadBefore.toFixed(1)}.`;
  const tables = [heldTable(report.held), ...report.tables].map(markdownTable);
  writeFileSync(PAGE, `${[readFileSync(PREFACE, 'utf8').trim(), machine, ...tables].join('\n\n')}\n`);
  return 'docs/performance.md';
}
