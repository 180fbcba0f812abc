import { bucketOwners } from 'fleet-core/sql/bucket-owners';
import { databaseClock } from 'fleet-core/sql/database-clock';
import { deliveryQueue } from 'fleet-core/sql/delivery-queue';
import { processHealth } from 'fleet-core/sql/process-health';
import type { Query } from 'fleet-core/sql/query';
import { TABLE_NAMES } from 'fleet-core/sql/table-names';
import type { Database } from '../../src/database/database.ts';
import { createDriftRead } from '../../src/snapshot/drift-read.ts';
import { untilDeadline } from '../../src/snapshot/work-pace.ts';
import { sentQueries } from './sent-queries.ts';

/** A query of the product, with why it costs no more than it does. */
export type ProductQuery = { readonly name: string; readonly query: Query<unknown>; readonly why: string };

export const TABLES = TABLE_NAMES.jetmon;
/** Far more than any query here takes: the bench wants to know the time, not to cut it short. */
export const DEADLINE_MS = 60_000;
const RECENT_MS = 900_000;

/** The queries of one snapshot, in the order of the report, as of the database's clock. */
export async function productQueries(database: Database, bucketTotal: number): Promise<ProductQuery[]> {
  const nowMs = await database.read(databaseClock(), DEADLINE_MS);
  const queue = (table: string) => deliveryQueue(table, nowMs, nowMs - RECENT_MS);
  return [
    {
      name: 'process health',
      query: processHealth(TABLES),
      why: 'Every process is in the answer, so every row is read once and no index could help.',
    },
    {
      name: 'bucket owners',
      query: bucketOwners(TABLES),
      why: 'Every owner is in the answer, so every row is read once and no index could help.',
    },
    {
      name: 'webhook deliveries',
      query: queue(TABLES.webhook_deliveries),
      why: 'Each count is one range of one index that covers it, the least values are taken at the edge of an index ("optimized away"), and no branch reads ended rows from before the recent window.',
    },
    {
      name: 'alert deliveries',
      query: queue(TABLES.alert_deliveries),
      why: 'As for webhook deliveries; an empty queue costs one look at each index.',
    },
    ...(await driftQueries(database, bucketTotal)),
  ];
}

/** What is sent without the recommended index, once it is known that it is not there: the events, then the sites. */
async function driftQueries(database: Database, bucketTotal: number): Promise<ProductQuery[]> {
  const sent = await sentQueries(database, async (noted) => {
    await createDriftRead(noted, TABLES)(bucketTotal, untilDeadline(DEADLINE_MS));
  });
  const [events, ...sites] = sent.filter(({ sql }) => !sql.includes('information_schema'));
  if (events === undefined) throw new Error('counting drift reads the open events');
  return [
    {
      name: 'drift: open http events',
      query: events,
      why: '`dedup_key` is null once an event has ended, so its index leads to the open events alone, however many have ended.',
    },
    ...sites.map((query) => ({
      name: 'drift: site statuses',
      query,
      why: 'No index of Jetmon holds `site_status`, so the table is read once from end to end, without a look-up for each site.',
    })),
  ];
}
