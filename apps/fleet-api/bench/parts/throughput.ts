import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { step } from 'fleet-lab/terminal/step';
import { ask } from '../load/ask.ts';
import { LOADER, loadAtFullSpeed } from '../load/full-speed.ts';
import type { LoadResult } from '../load/load-result.ts';
import { pollOncePerSecond } from '../load/polling-clients.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { startRawServer } from '../load/start-raw-server.ts';
import { figure, hold, type Report } from '../report/report.ts';

/** One load: whom, how many clients, and in which encoding. */
type Load = {
  readonly clients: number;
  readonly encoding: 'identity' | 'br';
  readonly leastPerSecond?: number;
};

/** Longer than the five seconds that a snapshot lives, so that every load meets its end. */
const LOAD_SEC = 8;
const QUICK_LOAD_SEC = 2;

/** Loads the built API over a fleet with its usual five-second cache, beside a bare server with equal bodies. */
export async function measureThroughput(
  fleet: { readonly name: string; readonly lab: LabDatabase; readonly bucketTotal: number },
  loads: readonly Load[],
  quick: boolean,
  report: Report,
): Promise<void> {
  const { name, lab, bucketTotal } = fleet;
  const seconds = quick ? QUICK_LOAD_SEC : LOAD_SEC;
  const { api, url } = await startBenchApi(lab, bucketTotal);
  const rows: string[][] = [];
  try {
    for (const { clients, encoding, leastPerSecond } of loads) {
      const what = `${name}, ${clients} clients, ${encoding === 'br' ? 'brotli' : 'uncompressed'}`;
      const headers = { 'Accept-Encoding': encoding };
      const { bytes } = await ask(url, headers);
      const bare = await loadBareServer(bytes, clients, seconds);
      const load = await step(`Loading ${what}`, () => loadAtFullSpeed({ url, clients, seconds, headers }));
      rows.push([what, figure(bytes), figure(bare.perSecond), ...figuresOf(load)]);
      report.held.push(
        hold(`${what}: time-outs and failures`, load.timeouts + load.failures, { most: 0 }, 'answers'),
      );
      if (leastPerSecond !== undefined) {
        report.held.push(hold(what, load.perSecond, { least: leastPerSecond }, 'requests/s'));
      }
    }
  } finally {
    await api.stop();
  }
  report.tables.push({
    title: `Throughput: ${name}`,
    text: `Load by ${LOADER}, ${seconds} s each, beside the API and the database on the same machine. The bare server is Node's own with one ready buffer of as many bytes.`,
    columns: [
      'load',
      'bytes',
      'bare server, requests/s',
      'API, requests/s',
      'p99 ms',
      'time-outs',
      'failures',
    ],
    rows,
  });
}

/** Pages as they are: 200 that poll once a second, and one that has the snapshot already. */
export async function measurePolling(
  fleet: { readonly lab: LabDatabase; readonly bucketTotal: number },
  quick: boolean,
  report: Report,
): Promise<void> {
  const { api, url } = await startBenchApi(fleet.lab, fleet.bucketTotal);
  try {
    const { etag = '', bytes } = await ask(url, { 'Accept-Encoding': 'br' });
    const again = await ask(url, { 'If-None-Match': etag });
    // A drift count that has just become expensive is over by then, and compiled code is in place.
    await pollOncePerSecond(url, 200, quick ? 1 : 5);
    const polled = await step('Polling A with 200 clients', () =>
      pollOncePerSecond(url, 200, quick ? 3 : 20),
    );
    report.held.push(
      hold('A: 200 clients polling once a second, p99', polled.p99Ms, { most: 20 }, 'ms'),
      hold('A: the same, failures', polled.failures, { most: 0 }, 'answers'),
      hold('A: a poll, brotli', bytes / 1000, { most: 100 }, 'KB'),
      {
        what: 'A: a conditional request within one snapshot',
        limit: 'status 304',
        measured: `status ${again.status}`,
        met: again.status === 304,
      },
    );
    report.tables.push({
      title: 'Two hundred pages on A',
      columns: ['answers', 'p50 ms', 'p99 ms', 'longest ms', 'failures'],
      rows: [[polled.answers, polled.p50Ms, polled.p99Ms, polled.longestMs, polled.failures].map(figure)],
    });
  } finally {
    await api.stop();
  }
}

async function loadBareServer(bytes: number, clients: number, seconds: number): Promise<LoadResult> {
  const bare = await startRawServer(bytes);
  try {
    await ask(bare.url);
    return await loadAtFullSpeed({ url: bare.url, clients, seconds: Math.min(seconds, 3), headers: {} });
  } finally {
    await bare.stop();
  }
}

function figuresOf({ perSecond, p99Ms, timeouts, failures }: LoadResult): string[] {
  return [perSecond, p99Ms, timeouts, failures].map(figure);
}
