import type { LabDatabase } from 'fleet-lab/database/lab-database';

/** Values of a pending, delivered or abandoned row's columns, as SQL in which `n` counts the rows from 0. */
export type DeliverySql = {
  readonly status: 'pending' | 'delivered' | 'abandoned';
  readonly created_at: string;
  readonly next_attempt_at?: string;
  readonly last_attempt_at?: string;
  readonly delivered_at?: string;
};

/** Adds `count` webhook deliveries; `from` keeps the transitions of several calls apart. Zero dates are let in. */
export async function addDeliveries(
  { admin }: LabDatabase,
  from: number,
  count: number,
  { status, created_at, next_attempt_at, last_attempt_at, delivered_at }: DeliverySql,
): Promise<void> {
  const writer = await admin.getConnection();
  await writer.query("SET sql_mode = ''");
  await writer.query(`INSERT INTO jetmon_webhook_deliveries
    (webhook_id, transition_id, event_id, event_type, payload, status, created_at, next_attempt_at,
      last_attempt_at, delivered_at)
    SELECT 1, ${from} + n, n, 'event.opened', '{}', '${status}', ${created_at}, ${next_attempt_at ?? 'NULL'},
      ${last_attempt_at ?? 'NULL'}, ${delivered_at ?? 'NULL'}
    FROM ${numbers(count)}`);
  writer.destroy();
}

/** Adds `count` running sites with `endedPerSite` ended events each, every hundredth with an open one as well. */
export async function addSites({ admin }: LabDatabase, count: number, endedPerSite: number): Promise<void> {
  await admin.query(`INSERT INTO jetpack_monitor_sites (blog_id, bucket_no, monitor_url, monitor_active, site_status)
    SELECT n + 1, n MOD 1000, 'https://site.example/', 1, 1 FROM ${numbers(count)}`);
  await admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state, started_at, ended_at)
    SELECT n MOD ${count} + 1, 'http', 4, 'Down', NOW(3) - INTERVAL 1 DAY, NOW(3) - INTERVAL 1 HOUR
    FROM ${numbers(count * endedPerSite)}`);
  await admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state)
    SELECT n + 1, 'http', 4, 'Down' FROM ${numbers(count)} WHERE n MOD 100 = 0`);
}

/** The optimizer's choice depends on its statistics, which may lag behind. */
export async function analyze({ admin }: LabDatabase): Promise<void> {
  await admin.query('ANALYZE TABLE jetmon_webhook_deliveries, jetpack_monitor_sites, jetmon_events');
}

/** A table of the numbers 0 … count − 1, on any server; at most 100,000. */
export function numbers(count: number): string {
  const digit = (name: string, weight: number) =>
    `(SELECT 0 AS d ${Array.from({ length: 9 }, (_, i) => `UNION ALL SELECT ${(i + 1) * weight}`).join(' ')}) AS ${name}`;
  const digits = ['a', 'b', 'c', 'd', 'e'].map((name, place) => digit(name, 10 ** place));
  return `(SELECT a.d + b.d + c.d + d.d + e.d AS n FROM ${digits.join(', ')} HAVING n < ${count}) AS numbers`;
}
