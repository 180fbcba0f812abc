import { setTimeout as pause } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { median } from '../../trial/harness/median.ts';
import { readerStatistics } from '../../trial/harness/tables/reader-statistics.ts';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { ask } from '../load/ask.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { addRecommendedIndex } from '../queries/recommended-index.ts';
import { figure, hold, type Report } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';
import { watchTransactions } from './watch-transactions.ts';

const ASK_EVERY_MS = 1000;
/** No snapshot lives for longer. */
const EXPIRED_MS = 5500;

/** How many sites, for how long they are watched, and whether with the recommended index afterwards. */
export type ManySites = { readonly sites: number; readonly seconds: number; readonly withIndex: boolean };

/** The dashboard with its own defaults over very many sites: what drift says, how old that is, and what it costs. */
export async function measureManySites(
  server: LabServer,
  { sites, seconds, withIndex }: ManySites,
  report: Report,
): Promise<void> {
  const name = `${figure(sites)} sites`;
  await withDataSet(
    server,
    name,
    { ...smallFleet({ sites }), endedEvents: sites / 20, isInStep: true },
    async (bench) => {
      await step(`Watching ${name} without the index`, () =>
        watchSites(bench, `${name}, no index`, seconds, report),
      );
      if (!withIndex) return;
      await step('Making the recommended index', () => addRecommendedIndex(bench.lab));
      const ms = await step(`Asking for ${name} with it`, () => expiredAnswerMs(bench));
      report.held.push(hold(`${name} with the index: an answer that is read anew`, ms, { most: 150 }, 'ms'));
    },
  );
}

async function watchSites(
  { lab, bucketTotal }: BenchDatabase,
  name: string,
  seconds: number,
  report: Report,
): Promise<void> {
  const { api, url } = await startBenchApi(lab, bucketTotal);
  const transactions = watchTransactions(lab);
  const taken: FleetSnapshot[] = [];
  const before = await readerStatistics(lab);
  const startMs = performance.now();
  try {
    while (performance.now() - startMs < seconds * 1000) {
      const answer = await fetch(url);
      if (answer.status !== 200) throw new Error(`the API answered ${answer.status}:\n${api.output()}`);
      taken.push(FleetSnapshot.parse(await answer.json()));
      await pause(ASK_EVERY_MS);
    }
  } finally {
    await api.stop();
  }
  const longestMs = await transactions.end();
  const databaseSec = (await readerStatistics(lab)).processorSec - before.processorSec;
  // To a tenth, as it is shown: the API tells how long a read took in whole milliseconds.
  const ofTime = Math.round(1000 * driftShare(taken)) / 10;
  const oldestSec = Math.max(...taken.map(driftAgeSec));
  const statuses = [...new Set(taken.map(({ projection_drift }) => projection_drift.status))];
  report.held.push(
    {
      what: `${name}: drift`,
      goal: 'counted, or unknown with its age; never red for its size',
      measured: `${statuses.join(', ')}; at most ${figure(oldestSec)} s old`,
      met: taken.every(({ projection_drift }) => projection_drift.status !== 'red'),
    },
    hold(`${name}: of the time, drift is read`, ofTime, { most: 5 }, '%'),
    hold(`${name}: longest transaction`, longestMs, { most: 2000 }, 'ms'),
  );
  report.tables.push({
    title: `Watched for ${seconds} s: ${name}`,
    text: 'With its own defaults, asked once a second. The processor time is that of all reads, the first ones included.',
    columns: ['drift', 'count', 'oldest count, s', 'of the time, drift is read', 'database, % of a core'],
    rows: [
      [
        statuses.join(', '),
        [...new Set(taken.map(({ projection_drift }) => String(projection_drift.count)))].join(', '),
        figure(oldestSec),
        `${figure(ofTime)} %`,
        figure((100 * databaseSec) / seconds),
      ],
    ],
  });
}

/** How old the count of a snapshot is; 0 while there is none yet. */
function driftAgeSec({ generated_at, projection_drift: { checked_at } }: FleetSnapshot): number {
  return checked_at === null ? 0 : (Date.parse(generated_at) - Date.parse(checked_at)) / 1000;
}

/** The part of the time that drift was read, from the beginning of the first count to that of the last. */
function driftShare(taken: readonly FleetSnapshot[]): number {
  const tookMs = new Map<number, number>();
  for (const { sources } of taken) {
    const source = sources.find(({ name }) => name === 'projection_drift');
    if (source?.read_at != null) tookMs.set(Date.parse(source.read_at), source.duration_ms);
  }
  const begun = [...tookMs.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [begun[0], begun.at(-1)];
  const worked = begun.slice(0, -1).reduce((sum, at) => sum + (tookMs.get(at) ?? 0), 0);
  return last > first ? worked / (last - first) : 0;
}

/** The median time to answer whoever comes when the last snapshot's life is over. */
async function expiredAnswerMs({ lab, bucketTotal }: BenchDatabase): Promise<number> {
  const { api, url } = await startBenchApi(lab, bucketTotal);
  try {
    const times: number[] = [];
    for (let run = 0; run < 7; run++) {
      await pause(EXPIRED_MS);
      times.push((await ask(url)).ms);
    }
    return median(times);
  } finally {
    await api.stop();
  }
}
