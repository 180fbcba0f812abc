import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
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
import { locatedHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import type { Send } from '../../database/connection.ts';

/**
 * What drifts, in groups, and some of its sites, in the way that is cheap on this database: it finds what `createDriftRead`
 * counts. Both are to be sent within one transaction, so that the sites are those of the groups.
 */
export function readDriftSample(
  send: Send,
  bucketTotal: number,
  schema: DatabaseSchema,
  mostListed?: number,
): Promise<DriftSample> {
  return schema.has_drift_index
    ? readByIndex(send, bucketTotal, schema)
    : readInPasses(send, bucketTotal, schema, mostListed);
}

async function readByIndex(send: Send, bucketTotal: number, schema: DatabaseSchema): Promise<DriftSample> {
  const tables = tableNames(schema);
  const rule = await send(driftRule(tables, schema.has_endpoint_ids));
  const groups = await send(indexedDriftGroups(tables, bucketTotal, rule));
  const buckets = sampledBuckets(groups, MOST_SAMPLES);
  const sites =
    buckets.length === 0 ? [] : await send(indexedDriftSamples(tables, bucketTotal, rule, buckets));
  return { rule, groups, sites };
}

async function readInPasses(
  send: Send,
  bucketTotal: number,
  schema: DatabaseSchema,
  mostListed: number | undefined,
): Promise<DriftSample> {
  const tables = tableNames(schema);
  const { rule, lists } = explainSites(await send(locatedHttpEvents(tables, schema.has_endpoint_ids)));
  const passes = splitSiteLists(lists, undefined, mostListed);
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
