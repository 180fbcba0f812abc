import { loadavg } from 'node:os';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { print, printError } from 'fleet-lab/terminal/terminal';
import type { RowDataPacket } from 'mysql2';
import * as z from 'zod/mini';
import { benchAgainst } from './against.ts';
import { BENCH_USAGE, PARTS, readBenchOptions } from './bench-options.ts';
import { LOADER } from './load/full-speed.ts';
import { heldTable } from './report/markdown.ts';
import type { Report } from './report/report.ts';
import { printTable } from './report/terminal-table.ts';
import { writePerformancePage } from './report/write-performance-page.ts';
import { runBench } from './run-bench.ts';

// As the API runs: it may not generate code.
z.config({ jitless: true });

/** Enough for all tables of a data set in memory, so that the disk has no say. */
const SERVER_ARGUMENTS = [
  '--innodb-buffer-pool-size=2G',
  '--innodb-log-file-size=512M',
  '--innodb-stats-persistent-sample-pages=200',
  // Counts by account what its statements take.
  '--userstat=1',
];

const [loadBefore = 0] = loadavg();
const options = parseOptions();
if (options?.against !== undefined) {
  await benchAgainst(options.against, options.quick).then(printReport, (error: unknown) =>
    refuse(error instanceof Error ? error.message : String(error)),
  );
} else if (options !== undefined) {
  print(`Load: ${LOADER}.`);
  const server = await step('Starting the database', () =>
    startLabServer({ databaseUrl: '', serverArguments: SERVER_ARGUMENTS }),
  );
  try {
    const serverVersion = await versionOf(server);
    const report = await runBench(server, options);
    printReport(report);
    const isWhole = !options.quick && options.parts.length === PARTS.length;
    if (isWhole) print(`Written: ${writePerformancePage(report, { serverVersion, loadBefore })}`);
    if (report.held.some(({ met }) => !met) && !options.quick) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

function printReport({ held, tables }: Report): void {
  for (const table of [...tables, heldTable(held)]) printTable(table);
}

function refuse(why: string): void {
  printError(why);
  process.exitCode = 2;
}

function parseOptions() {
  try {
    return readBenchOptions(process.argv.slice(2));
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : String(error)}\n${BENCH_USAGE}`);
    return undefined;
  }
}

async function versionOf(server: LabServer): Promise<string> {
  const database = await server.createDatabase();
  const [rows] = await database.admin.query<RowDataPacket[]>('SELECT VERSION() AS version');
  await database.drop();
  return String(rows[0]?.version).split('-').slice(0, 2).join(' ');
}
