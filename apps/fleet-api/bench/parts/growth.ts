import type { LabServer } from 'fleet-lab/database/lab-server';
import { hold, type Report } from '../report/report.ts';
import { growthOfProcesses, type ProcessGrowth, processGrowthTable } from './growth-of-processes.ts';
import { growthOfSites, type SiteGrowth, siteGrowthTable } from './growth-of-sites.ts';

/** Repeats the snapshot over growing fleets. `known` has been measured already, on a data set with as many sites. */
export async function measureGrowth(
  server: LabServer,
  sizes: {
    readonly sites: readonly number[];
    readonly processes: readonly number[];
    readonly requests: number;
  },
  known: readonly SiteGrowth[],
  report: Report,
): Promise<void> {
  const sites: SiteGrowth[] = [...known];
  for (const count of sizes.sites) sites.push(await growthOfSites(server, count));
  const processes: ProcessGrowth[] = [];
  for (const count of sizes.processes) processes.push(await growthOfProcesses(server, count, sizes.requests));
  report.tables.push(siteGrowthTable(sites.sort((a, b) => a.sites - b.sites)), processGrowthTable(processes));
  const most = processes.at(-1);
  if (most?.residentMb != null) {
    const what = `resident memory at ${most.processes} processes after ${most.requests} requests`;
    report.held.push(hold(what, most.residentMb, { most: 150 }, 'MB'));
  }
}
