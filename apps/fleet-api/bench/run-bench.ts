import { MOST_ROWS } from 'fleet-core/sql/readable-rows';
import type { LabServer } from 'fleet-lab/database/lab-server';
import { printError } from 'fleet-lab/terminal/terminal';
import { type BenchDatabase, withDataSet } from './bench-database.ts';
import type { BenchOptions, Part } from './bench-options.ts';
import { effortOf } from './effort.ts';
import { measureColdStart } from './parts/cold-start.ts';
import { measureDriftCost } from './parts/drift-cost.ts';
import { measureManyProcesses } from './parts/many-processes.ts';
import { measureManySites } from './parts/many-sites.ts';
import { measureQueriesOfA } from './parts/queries-of-a.ts';
import { measureQueriesOfB } from './parts/queries-of-b.ts';
import { measureSnapshotCost, type SnapshotSize } from './parts/snapshot-cost.ts';
import { loadUrl, measurePolling, withUsualApi } from './parts/throughput.ts';
import { measureWatching } from './parts/watching.ts';
import type { Report } from './report/report.ts';
import { dataSetA, dataSetB, smallFleet } from './seed/data-set.ts';

/** Runs the parts that were asked for, one after the other, and gathers what they found. */
export async function runBench(server: LabServer, options: BenchOptions): Promise<Report> {
  const report: Report = { held: [], tables: [] };
  const { quick, largest } = options;
  const share = quick ? 0.05 : 1;
  const has = (part: Part) => options.parts.includes(part);

  const measure = (what: string, work: () => Promise<void>) => unlessItFails(what, report, work);

  if (has('start') || has('http')) {
    await withDataSet(server, '4 processes', smallFleet({ processes: 4 }), async (bench) => {
      if (has('start')) await measure('start', () => measureColdStart(bench, quick ? 1 : 9, report));
      if (has('http')) await measure('http, 4 processes', () => throughputOfFew(bench, quick, report));
    });
  }
  if (has('http') || has('queries')) {
    await withDataSet(server, 'data set A', dataSetA(share), async (bench) => {
      if (has('http')) await measure('http, A', () => throughputOfA(bench, quick, report));
      if (has('queries')) await measure('queries of A', () => measureQueriesOfA(bench, report));
    });
  }
  if (has('queries')) {
    await measure('queries of B', () =>
      withDataSet(server, 'data set B', dataSetB(share), (bench) => measureQueriesOfB(bench, report)),
    );
  }
  if (has('snapshot')) {
    await measure('snapshot', () => measureSnapshotCost(server, snapshotSizes(quick), report));
    const many = { processes: quick ? 500 : MOST_ROWS, seconds: quick ? 5 : 40 };
    await measure('very many processes', () => measureManyProcesses(server, many, report));
  }
  if (has('watching')) {
    const watching = { processes: quick ? 100 : 1000, seconds: quick ? 5 : 120 };
    await measure('watching', () => measureWatching(server, watching, report));
  }
  if (has('drift')) await measure('drift', () => measureDriftCost(server, share, report));
  if (has('sites')) {
    const sites = { sites: 5_000_000 * share, seconds: quick ? 5 : 80, withIndex: false };
    await measure('sites', () => measureManySites(server, sites, report));
    const most = { sites: 10_000_000 * share, seconds: quick ? 5 : 150, withIndex: true };
    if (largest) await measure('most sites', () => measureManySites(server, most, report));
  }
  return report;
}

/** What cannot be measured is a figure that is not met; the rest is measured all the same. */
async function unlessItFails(what: string, report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    printError(`${what}: ${why}`);
    const [measured = ''] = why.split('\n');
    report.held.push({ what, goal: 'can be measured', measured, met: false });
  }
}

async function throughputOfFew(bench: BenchDatabase, quick: boolean, report: Report) {
  const loads = [{ encoding: 'identity', leastRatio: 0.85 }, { encoding: 'br' }] as const;
  await withUsualApi(bench, (url) => loadUrl('4 processes', url, loads, effortOf(quick).load, report));
}

async function throughputOfA(bench: BenchDatabase, quick: boolean, report: Report) {
  const name = 'A, 1,000 processes';
  const loads = [{ encoding: 'br', leastRatio: 0.9 }, { encoding: 'identity' }] as const;
  await withUsualApi(bench, async (url) => {
    await loadUrl(name, url, loads, effortOf(quick).load, report);
    await measurePolling(name, url, effortOf(quick).polling, report);
  });
}

function snapshotSizes(quick: boolean): SnapshotSize[] {
  const [answers, pairs] = quick ? [2, 1] : [1, 7];
  const size = (processes: number, times: number, textbook: 'lists' | 'facts', requests: number) => ({
    processes,
    answers: answers * times,
    pairs,
    textbook,
    requests: quick ? 100 : requests,
    beats: false,
  });
  if (quick) return [size(4, 5, 'facts', 0), size(100, 5, 'lists', 0)];
  const thousand = size(1000, 10, 'lists', 0);
  return [size(4, 100, 'facts', 0), thousand, { ...thousand, beats: true }, size(5000, 4, 'lists', 100_000)];
}
