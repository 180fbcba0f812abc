import { ALL_SITES, type DriftCount } from '../../domain/projection.ts';
import { countDrift } from '../../rules/drift/drift-count.ts';
import { haveSameEvents } from '../../rules/drift/same-events.ts';
import { listNamedSites, listSites } from '../../rules/drift/site-lists.ts';
import { splitSiteLists } from '../../rules/drift/site-passes.ts';
import { driftRule } from '../../sql/drift/indexed-drift-detail.ts';
import { openHttpEvents } from '../../sql/drift/open-http-events.ts';
import { siteStatuses } from '../../sql/drift/site-statuses.ts';
import { statusesBesideEvents } from '../../sql/drift/statuses-beside-events.ts';
import type { TableNames } from '../../sql/schema/table-names.ts';
import type { QueryRunner } from './run-query.ts';

/** Counts drift as it is done without the recommended index: the open events first, then the sites. */
export async function countInPasses(
  { run }: Pick<QueryRunner, 'run'>,
  tables: TableNames,
  bucketTotal: number,
  { hasEndpointIds = true, mostListed = 1000, fromBucket = 0, ranges = [ALL_SITES] } = {},
): Promise<DriftCount> {
  const rule = await run(driftRule(tables, hasEndpointIds));
  const all = listSites(await run(openHttpEvents(tables, hasEndpointIds)));
  if (all.rule !== rule) throw new Error(`by its events drift is by ${all.rule}, as it is asked by ${rule}`);
  let count = 0;
  for (const range of ranges) {
    const lists =
      rule === 'sites' ? listNamedSites(await run(openHttpEvents(tables, hasEndpointIds, range))) : all.lists;
    for (const pass of splitSiteLists(lists, range, mostListed))
      count += countDrift(await run(siteStatuses(tables, bucketTotal, pass, fromBucket)));
  }
  return { rule, count };
}

/** The same for the events that a count before it knew of, with those there are beside them. */
export async function countBesideEvents(
  { run }: Pick<QueryRunner, 'run'>,
  tables: TableNames,
  bucketTotal: number,
  { hasEndpointIds = true, fromBucket = 0 } = {},
): Promise<DriftCount> {
  const known = await run(openHttpEvents(tables, hasEndpointIds));
  const { rule, lists } = listSites(known);
  const [pass] = splitSiteLists(lists);
  if (pass === undefined) throw new Error('a few events need more than one pass');
  const beside = statusesBesideEvents(tables, bucketTotal, pass, hasEndpointIds, fromBucket);
  const { statuses, events } = await run(beside);
  if (!haveSameEvents(known, events)) throw new Error('beside the sites there are other events');
  return { rule, count: countDrift(statuses) };
}
