import { bucketOwnerQueries } from 'fleet-core/sql/bucket-owners';
import { deliveryQueue } from 'fleet-core/sql/delivery-queue';
import { processHealth } from 'fleet-core/sql/process-health';
import type { Query } from 'fleet-core/sql/query';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { databaseClock } from 'fleet-core/sql/server/database-clock';
import type { Database } from '../../src/database/database.ts';
import { untilDeadline } from '../../src/snapshot/aside/work-pace.ts';
import { createDriftRead } from '../../src/snapshot/drift/drift-read.ts';
import { keepSchema } from '../../src/snapshot/schema/keep-schema.ts';
import { sentQueries } from './sent-queries.ts';

/** A query of the product, with why it costs no more than it does where its plan is to be shown. */
export type ProductQuery = { readonly name: string; readonly query: Query<unknown>; readonly why?: string };

export const TABLES = TABLE_NAMES.jetmon;
/** Far more than any query here takes: the bench wants to know the time, not to cut it short. */
export const DEADLINE_MS = 60_000;
const RECENT_MS = 900_000;

/** The queries of one snapshot, in the order of the report, as of the database's clock. */
export async function productQueries(database: Database, bucketTotal: number): Promise<ProductQuery[]> {
  const nowMs = await database.read(databaseClock(), DEADLINE_MS);
  const queue = (table: string) => deliveryQueue(table, nowMs, nowMs - RECENT_MS);
  return [
    { name: 'process health', query: processHealth(TABLES) },
    { name: 'bucket owners', query: bucketOwnerQueries(TABLES).alone },
    {
      name: 'webhook deliveries',
      query: queue(TABLES.webhook_deliveries),
      why: 'Each count is one range of one index that covers it, the least values are taken at the edge of an index ("optimized away"), and no branch reads ended rows from before the recent window.',
    },
    { name: 'alert deliveries', query: queue(TABLES.alert_deliveries) },
    ...(await driftQueries(database, bucketTotal)),
  ];
}

/** What is sent without the recommended index, once it is known that it is not there: the events, then the sites. */
async function driftQueries(database: Database, bucketTotal: number): Promise<ProductQuery[]> {
  const sent = await sentQueries(database, async (noted) => {
    await createDriftRead(noted, keepSchema(noted, null))(bucketTotal, untilDeadline(DEADLINE_MS));
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
