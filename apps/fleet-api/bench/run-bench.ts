import type { LabServer } from 'fleet-lab/database/lab-server';
import { type BenchDatabase, withDataSet } from './bench-database.ts';
import type { BenchOptions } from './bench-options.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureSites, type SiteGrowth } from './parts/growth-of-sites.ts';
import { measureQueriesOfA } from './parts/queries-of-a.ts';
import { measureQueriesOfB } from './parts/queries-of-b.ts';
import { measurePolling, measureThroughput } from './parts/throughput.ts';
import type { Report } from './report/report.ts';
import { dataSetA, dataSetB, smallFleet } from './seed/data-set.ts';

/** Runs the parts that were asked for, one after the other, and gathers what they found. */
export async function runBench(server: LabServer, options: BenchOptions): Promise<Report> {
  const report: Report = { held: [], tables: [] };
  const share = options.quick ? 0.05 : 1;
  const has = (part: string) => options.parts.some((one) => one === part);
  const known: SiteGrowth[] = [];

  if (has('queries') || has('throughput')) {
    await withDataSet(server, 'data set A', dataSetA(share), async (bench) => {
      if (has('throughput')) await throughputOfA(bench, options.quick, report);
      if (has('growth')) known.push(await measureSites(bench, dataSetA(share).sites));
      if (has('queries')) await measureQueriesOfA(bench, report);
    });
  }
  if (has('queries')) {
    await withDataSet(server, 'data set B', dataSetB(share), (bench) => measureQueriesOfB(bench, report));
  }
  if (has('throughput')) {
    await withDataSet(server, '4 processes', smallFleet({ processes: 4 }), ({ lab, bucketTotal }) => {
      const loads = [
        { clients: 32, encoding: 'identity', leastPerSecond: 35_000 },
        { clients: 32, encoding: 'br' },
      ] as const;
      return measureThroughput({ name: '4 processes', lab, bucketTotal }, loads, options.quick, report);
    });
  }
  if (has('growth')) await measureGrowth(server, growthSizes(options, known), known, report);
  return report;
}

async function throughputOfA({ lab, bucketTotal }: BenchDatabase, quick: boolean, report: Report) {
  const loads = [
    { clients: 32, encoding: 'identity', leastPerSecond: 3000 },
    { clients: 32, encoding: 'br', leastPerSecond: 20_000 },
    { clients: 200, encoding: 'identity' },
    { clients: 200, encoding: 'br' },
  ] as const;
  await measureThroughput({ name: 'A, 1,000 processes', lab, bucketTotal }, loads, quick, report);
  await measurePolling({ lab, bucketTotal }, quick, report);
}

function growthSizes({ quick, largest }: BenchOptions, known: readonly SiteGrowth[]) {
  if (quick) return { sites: [1000, 10_000], processes: [10, 100], requests: 1000 };
  const million = known.length > 0 ? [] : [1_000_000];
  return {
    sites: [10_000, 100_000, ...million, ...(largest ? [5_000_000] : [])],
    processes: [10, 100, 1000, 5000],
    requests: 100_000,
  };
}
