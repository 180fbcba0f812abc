import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { heldTable, markdownTable } from './markdown.ts';
import type { Report } from './report.ts';

const NAME = 'docs/performance-figures.md';
const HEAD = `# Performance, measured

<!-- This page is written by pnpm bench. -->

What is measured, and what the goals mean, is in [performance](performance.md).`;

/** What the figures depend on beside the code. */
export type Run = { readonly serverVersion: string; readonly loadBefore: number };

/** Writes `docs/performance-figures.md` anew, with the figures of this run alone. Returns its path. */
export function writePerformancePage(report: Report, run: Run): string {
  const machine = `Figures of one run on ${availableParallelism()} cores, which the API, the database and the load shared; database ${run.serverVersion}, Node ${process.version}. Each is a median. When it began, other work had the machine at a load average of ${run.loadBefore.toFixed(1)}.`;
  const tables = [heldTable(report.held), ...report.tables].map(markdownTable);
  writeFileSync(join(REPOSITORY_ROOT, NAME), `${[HEAD, machine, ...tables].join('\n\n')}\n`);
  return NAME;
}
