import type { DriftCount } from '../domain/projection.ts';
import { countDrift } from '../rules/drift/drift-count.ts';
import { listSites } from '../rules/drift/site-lists.ts';
import { splitSiteLists } from '../rules/drift/site-passes.ts';
import { ALL_SITES } from '../sql/drift/listed-sites.ts';
import { openHttpEvents } from '../sql/drift/open-http-events.ts';
import { siteStatuses } from '../sql/drift/site-statuses.ts';
import type { TableNames } from '../sql/table-names.ts';
import type { QueryRunner } from './run-query.ts';

/** Counts drift as it is done without the recommended index: the open events first, then the sites. */
export async function countInPasses(
  { run }: Pick<QueryRunner, 'run'>,
  tables: TableNames,
  bucketTotal: number,
  { hasEndpointIds = true, mostListed = 1000, fromBucket = 0, ranges = [ALL_SITES] } = {},
): Promise<DriftCount> {
  const { rule, lists } = listSites(await run(openHttpEvents(tables, hasEndpointIds)));
  let count = 0;
  for (const pass of splitSiteLists(lists, mostListed)) {
    for (const range of ranges)
      count += countDrift(await run(siteStatuses(tables, bucketTotal, pass, fromBucket, range)));
  }
  return { rule, count };
}
