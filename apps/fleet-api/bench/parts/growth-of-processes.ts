import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { residentMb } from '../../trial/harness/process-figures.ts';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { ask } from '../load/ask.ts';
import { loadAtFullSpeed } from '../load/full-speed.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { uncachedAnswerMs } from '../queries/uncached-answer.ts';
import { figure, type Table } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';

const RUNS = 9;
const LOAD_SEC = 5;
const MOST_LOADS = 8;

/** What a snapshot costs in a fleet of one size. */
export type ProcessGrowth = {
  readonly processes: number;
  readonly ms: number;
  readonly identityBytes: number;
  readonly brotliBytes: number;
  readonly requests: number;
  readonly residentMb: number | null;
};

/** One uncached answer, its sizes, and the memory after many requests of both encodings. */
export function growthOfProcesses(
  server: LabServer,
  processes: number,
  requests: number,
): Promise<ProcessGrowth> {
  return withDataSet(server, `${figure(processes)} processes`, smallFleet({ processes }), (bench) =>
    step(`Asking ${figure(requests)} times for ${figure(processes)} processes`, () =>
      measureProcesses(bench, processes, requests),
    ),
  );
}

async function measureProcesses(
  { lab, bucketTotal }: BenchDatabase,
  processes: number,
  requests: number,
): Promise<ProcessGrowth> {
  const ms = await uncachedAnswerMs(lab, bucketTotal, RUNS);
  const { api, url } = await startBenchApi(lab, bucketTotal);
  try {
    const identity = await ask(url);
    const brotli = await ask(url, { 'Accept-Encoding': 'br' });
    let asked = 2;
    for (let load = 0; asked < requests && load < MOST_LOADS; load++) {
      const headers = { 'Accept-Encoding': 'br' };
      asked += (await loadAtFullSpeed({ url, clients: 32, seconds: LOAD_SEC, headers })).requests;
    }
    return {
      processes,
      ms,
      identityBytes: identity.bytes,
      brotliBytes: brotli.bytes,
      requests: asked,
      residentMb: residentMb(api),
    };
  } finally {
    await api.stop();
  }
}

/** The growth as a table, by the process too. */
export function processGrowthTable(rows: readonly ProcessGrowth[]): Table {
  return {
    title: 'Growth: one snapshot by processes',
    text: 'An uncached answer from the request to the last byte, and the resident memory of the API after its requests.',
    columns: ['processes', 'ms', 'µs for each', 'bytes', 'brotli', 'requests', 'resident MB'],
    rows: rows.map((row) => [
      figure(row.processes),
      figure(row.ms),
      figure((row.ms * 1000) / row.processes),
      figure(row.identityBytes),
      figure(row.brotliBytes),
      figure(row.requests),
      row.residentMb === null ? 'not known here' : figure(row.residentMb),
    ]),
  };
}
