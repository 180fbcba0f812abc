import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { processorMs } from '../../trial/harness/process/process-figures.ts';
import { readerStatistics } from '../../trial/harness/tables/reader-statistics.ts';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { pollRegularly } from '../load/polling-clients.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { figure, hold, type Report } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';

const CLIENTS = 100;
/** The first reads of drift and site activity are behind it. */
const SETTLED_MS = 2000;

/** What something costs in a minute. */
type Minute = { readonly selects: number; readonly apiMs: number; readonly databaseMs: number };

/** What a minute costs: of a hundred clients of a small fleet, and of nobody but the watching, which keeps a history. */
export async function measureWatching(
  server: LabServer,
  { processes, seconds }: { readonly processes: number; readonly seconds: number },
  report: Report,
): Promise<void> {
  const name = `${figure(processes)} processes`;
  const directory = mkdtempSync(join(tmpdir(), 'fleet-bench-'));
  const [polled, watched] = await withDataSet(
    server,
    'a small fleet',
    smallFleet({ processes: 4 }),
    (small) =>
      withDataSet(server, name, smallFleet({ processes }), (large) =>
        step(`Watching for ${seconds} s`, () =>
          Promise.all([
            minuteOf(small, {}, seconds, (url) =>
              pollRegularly(url, { clients: CLIENTS, seconds, intervalMs: 1000 }),
            ),
            minuteOf(large, { FLEET_STATE_DIR: directory }, seconds, () => pause(seconds * 1000)),
          ]),
        ),
      ),
  ).finally(() => rmSync(directory, { recursive: true, force: true }));
  const what = `4 processes, ${CLIENTS} clients: statements a minute`;
  report.held.push(hold(what, polled.selects, { most: 60 }, 'SELECT'));
  report.tables.push({
    title: 'A minute',
    text: `Of clients that ask once a second; and of nobody, when a snapshot is taken every 30 s and the history is kept in a directory. From ${seconds} s.`,
    columns: ['fleet', 'asked by', 'SELECT', "API's processor time, ms", "database's, ms"],
    rows: [
      ['4 processes', `${CLIENTS} clients`, ...figuresOf(polled)],
      [name, 'nobody', ...figuresOf(watched)],
    ],
  });
}

async function minuteOf(
  { lab, bucketTotal }: BenchDatabase,
  env: Readonly<Record<string, string>>,
  seconds: number,
  work: (url: string) => Promise<unknown>,
): Promise<Minute> {
  const { api, url } = await startBenchApi(lab, bucketTotal, env);
  try {
    await pause(SETTLED_MS);
    const counts = await readerStatistics(lab);
    const apiMs = processorMs(api.pid());
    await work(url);
    const after = await readerStatistics(lab);
    const inMinute = 60 / seconds;
    return {
      selects: (after.selects - counts.selects) * inMinute,
      apiMs: (processorMs(api.pid()) - apiMs) * inMinute,
      databaseMs: (after.processorSec - counts.processorSec) * 1000 * inMinute,
    };
  } finally {
    await api.stop();
  }
}

function figuresOf({ selects, apiMs, databaseMs }: Minute): string[] {
  return [selects, apiMs, databaseMs].map(figure);
}
