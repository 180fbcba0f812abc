import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { driftMs } from '../queries/compare-queries.ts';
import { measureQueries } from '../queries/measure-query.ts';
import { productQueries } from '../queries/product-queries.ts';
import { figure, type Table } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';

const RUNS = 9;

/** What drift costs over one number of sites. */
export type SiteGrowth = { readonly sites: number; readonly ms: number; readonly reads: number };

/** Counts drift in a database of this many sites. */
export async function growthOfSites(server: LabServer, sites: number): Promise<SiteGrowth> {
  return withDataSet(server, `${figure(sites)} sites`, smallFleet({ sites }), (bench) =>
    measureSites(bench, sites),
  );
}

/** Counts drift in a database that is there already. */
export async function measureSites(bench: BenchDatabase, sites: number): Promise<SiteGrowth> {
  const { database, bucketTotal } = bench;
  return step(`Counting drift over ${figure(sites)} sites`, async () => {
    const drift = (await productQueries(database, bucketTotal)).filter(({ name }) =>
      name.startsWith('drift'),
    );
    const { reads } = await measureQueries(
      database,
      drift.map(({ query }) => query),
      1,
    );
    return { sites, reads, ms: await driftMs(database, bucketTotal, RUNS) };
  });
}

/** The growth as a table, by the million sites too. */
export function siteGrowthTable(rows: readonly SiteGrowth[]): Table {
  return {
    title: 'Growth: drift by sites, without the recommended index',
    columns: ['sites', 'ms', 'ms for a million sites', 'entries and rows read', 'read for each site'],
    rows: rows.map(({ sites, ms, reads }) => [
      figure(sites),
      figure(ms),
      figure((ms / sites) * 1_000_000),
      figure(reads),
      (reads / sites).toFixed(2),
    ]),
  };
}
