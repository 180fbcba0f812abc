import { step } from 'fleet-lab/terminal/step';
import type { BenchDatabase } from '../bench-database.ts';
import { ask } from '../load/ask.ts';
import { LOADER, loadAtFullSpeed } from '../load/full-speed.ts';
import { inPairs } from '../load/in-pairs.ts';
import type { LoadResult } from '../load/load-result.ts';
import { type PollingResult, pollRegularly } from '../load/polling-clients.ts';
import { startBenchApi } from '../load/start-bench-api.ts';
import { startRawServer } from '../load/start-side-server.ts';
import { figure, hold, holdRatio, type Report, type Table } from '../report/report.ts';

/** One load at full speed: in which encoding, and how much of the bare server's rate is wanted. */
export type Load = { readonly encoding: 'identity' | 'br'; readonly leastRatio?: number };

/** How long and how often. */
export type Effort = { readonly seconds: number; readonly pairs: number };

const CLIENTS = 32;
const PAGES = 200;

/** Starts the built API with its usual cache over a fleet, and does `work` with where it answers. */
export async function withUsualApi(
  { lab, bucketTotal }: BenchDatabase,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const { api, url } = await startBenchApi(lab, bucketTotal);
  try {
    await work(url);
  } finally {
    await api.stop();
  }
}

/** Loads whatever answers at `url`, in turns with a bare server of the same headers and bytes. */
export async function loadUrl(
  name: string,
  url: string,
  loads: readonly Load[],
  { seconds, pairs }: Effort,
  report: Report,
): Promise<void> {
  const rows: string[][] = [];
  for (const { encoding, leastRatio } of loads) {
    const what = `${name}, ${encoding === 'br' ? 'brotli' : 'uncompressed'}`;
    const headers = { 'Accept-Encoding': encoding };
    const { bytes } = await ask(url, headers);
    const bare = await startRawServer(url, encoding);
    const results: LoadResult[] = [];
    const load = async (of: string) => {
      // Nobody has asked during the other's turn: what is measured is an API that is asked all the time.
      await ask(of, headers);
      const result = await loadAtFullSpeed({ url: of, clients: CLIENTS, seconds, headers });
      if (of === url) results.push(result);
      return result.perSecond;
    };
    try {
      // Compiled code is in place.
      await loadAtFullSpeed({ url, clients: CLIENTS, seconds: 1, headers });
      await loadAtFullSpeed({ url: bare.url, clients: CLIENTS, seconds: 1, headers });
      const pair = await step(`Loading ${what}`, () =>
        // What has no goal is measured less often.
        inPairs(leastRatio === undefined ? Math.ceil(pairs / 2) : pairs, {
          ours: () => load(url),
          beside: () => load(bare.url),
        }),
      );
      const failures = results.reduce((sum, result) => sum + result.timeouts + result.failures, 0);
      rows.push([
        what,
        ...[bytes, pair.beside, pair.ours].map(figure),
        pair.ratio.toFixed(2),
        figure(failures),
      ]);
      if (leastRatio !== undefined)
        report.held.push(holdRatio(what, pair, { least: leastRatio }, 'requests/s'));
      report.held.push(hold(`${what}: time-outs and failures`, failures, { most: 0 }, 'answers'));
    } finally {
      await bare.stop();
    }
  }
  report.tables.push(throughputTable(name, { seconds, pairs }, rows));
}

/** Pages that poll once a second what answers at `url`, in turns with a bare server; and one that has the snapshot already. */
export async function measurePolling(
  name: string,
  url: string,
  { seconds, pairs }: Effort,
  report: Report,
): Promise<void> {
  const { bytes, statusAgain } = await askTwice(url);
  const bare = await startRawServer(url, 'br');
  const results: PollingResult[] = [];
  const poll = async (of: string, forSec = seconds) => {
    // As above: its snapshot is there.
    await ask(of, { 'Accept-Encoding': 'br' });
    const result = await pollRegularly(of, { clients: PAGES, seconds: forSec, intervalMs: 1000 });
    if (of === url) results.push(result);
    return result.p99Ms;
  };
  try {
    // A drift count that has just become expensive is over by then, and compiled code is in place.
    await poll(bare.url, 1);
    await poll(url, Math.min(5, seconds));
    results.length = 0;
    const pair = await step(`Polling ${name} with ${PAGES} clients`, () =>
      inPairs(pairs, { ours: () => poll(url), beside: () => poll(bare.url) }),
    );
    const what = `${name}: ${PAGES} clients once a second`;
    const failures = results.reduce((sum, result) => sum + result.failures, 0);
    report.held.push(
      holdRatio(`${what}, p99`, pair, { most: 3 }, 'ms'),
      hold(`${what}: failures`, failures, { most: 0 }, 'answers'),
      hold(`${name}: a poll, brotli`, bytes / 1000, { most: 100 }, 'KB'),
    );
    report.held.push({
      what: `${name}: asked again within one snapshot`,
      goal: 'status 304',
      measured: `status ${statusAgain}`,
      met: statusAgain === 304,
    });
    report.tables.push({
      title: `${PAGES} pages: ${name}`,
      columns: ['answers', 'p50 ms', 'p99 ms', 'longest ms', 'failures'],
      rows: results.map((result) =>
        [result.answers, result.p50Ms, result.p99Ms, result.longestMs, result.failures].map(figure),
      ),
    });
  } finally {
    await bare.stop();
  }
}

/** Asks, and again with what it has; a few times, since a new snapshot may come in between. */
async function askTwice(url: string): Promise<{ bytes: number; statusAgain: number }> {
  const headers = { 'Accept-Encoding': 'br' };
  for (let attempt = 1; ; attempt++) {
    const { etag = '', bytes } = await ask(url, headers);
    const { status } = await ask(url, { ...headers, 'If-None-Match': etag });
    if (status === 304 || attempt === 5) return { bytes, statusAgain: status };
  }
}

function throughputTable(name: string, { seconds, pairs }: Effort, rows: string[][]): Table {
  return {
    title: `Throughput: ${name}`,
    text: `${CLIENTS} clients at full speed, by ${LOADER}, beside the API and the database on the same machine: medians of up to ${pairs} pairs of ${seconds} s. The bare server is Node's own and sends the same headers and bytes, with nothing to decide.`,
    columns: ['load', 'bytes', 'bare, requests/s', 'API, requests/s', 'ratio', 'failures'],
    rows,
  };
}
