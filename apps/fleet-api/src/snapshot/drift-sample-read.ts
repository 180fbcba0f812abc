import type { DriftGroup, DriftSample, SampleSite } from 'fleet-core/domain/drift-detail';
import { toDriftGroup } from 'fleet-core/rules/drift/drift-detail';
import { sampledBuckets } from 'fleet-core/rules/drift/sampled-buckets';
import { explainSites } from 'fleet-core/rules/drift/site-lists';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import { MOST_SAMPLES } from 'fleet-core/sql/drift/drift-samples';
import {
  driftRule,
  indexedDriftGroups,
  indexedDriftSamples,
} from 'fleet-core/sql/drift/indexed-drift-detail';
import { listedDriftGroups, listedDriftSamples } from 'fleet-core/sql/drift/listed-drift';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Send } from '../database/connection.ts';
import type { DriftSchema } from './drift-schema.ts';

/**
 * What drifts, in groups, and some of its sites, in the way that is cheap on this database: it finds what `createDriftRead`
 * counts. Both are to be sent within one transaction, so that the sites are those of the groups.
 */
export function readDriftSample(
  send: Send,
  tables: TableNames,
  bucketTotal: number,
  schema: DriftSchema,
  mostListed?: number,
): Promise<DriftSample> {
  return schema.hasIndex
    ? readByIndex(send, tables, bucketTotal, schema)
    : readInPasses(send, tables, bucketTotal, schema, mostListed);
}

async function readByIndex(
  send: Send,
  tables: TableNames,
  bucketTotal: number,
  { hasEndpointIds }: DriftSchema,
): Promise<DriftSample> {
  const rule = await send(driftRule(tables, hasEndpointIds));
  const groups = await send(indexedDriftGroups(tables, bucketTotal, rule));
  const buckets = sampledBuckets(groups, MOST_SAMPLES);
  const sites =
    buckets.length === 0 ? [] : await send(indexedDriftSamples(tables, bucketTotal, rule, buckets));
  return { rule, groups, sites };
}

async function readInPasses(
  send: Send,
  tables: TableNames,
  bucketTotal: number,
  { hasEndpointIds }: DriftSchema,
  mostListed: number | undefined,
): Promise<DriftSample> {
  const { rule, lists } = explainSites(await send(openHttpEvents(tables, hasEndpointIds)));
  const passes = splitSiteLists(lists, mostListed);
  const groups: DriftGroup[] = [];
  for (const pass of passes) {
    for (const counted of await send(listedDriftGroups(tables, bucketTotal, pass)))
      groups.push(toDriftGroup(counted));
  }
  const buckets = sampledBuckets(groups, MOST_SAMPLES);
  const sites: SampleSite[] = [];
  for (const pass of passes) {
    if (buckets.length === 0 || sites.length >= MOST_SAMPLES) break;
    sites.push(...(await send(listedDriftSamples(tables, bucketTotal, pass, buckets))));
  }
  return { rule, groups, sites: sites.slice(0, MOST_SAMPLES) };
}
