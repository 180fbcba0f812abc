import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { DataSet } from './data-set.ts';

const SITES_PER_OPEN_EVENT = 800;
const OPEN_EVENTS_PER_SITE = 0.0012;
const MOST_ROWS_PER_INSERT = 250_000;

/**
 * Sites of which 95 % are active, 1,200 in a million with an open http event, one in a hundred of those with
 * a legacy status that does not follow unless all are in step; and events that have ended. Fills by MariaDB's sequence
 * tables.
 */
export async function seedSites(
  { admin }: LabDatabase,
  { sites: count, endedEvents, isInStep = false }: DataSet,
  bucketTotal: number,
): Promise<void> {
  const openEvents = Math.round(count * OPEN_EVENTS_PER_SITE);
  const hasEvent = `seq MOD ${SITES_PER_OPEN_EVENT} = 1 AND seq < ${openEvents * SITES_PER_OPEN_EVENT}`;
  const isDown = isInStep ? hasEvent : `${hasEvent} AND seq MOD ${SITES_PER_OPEN_EVENT * 100} <> 1`;
  for (const [from, to] of portions(count)) {
    await admin.query(`INSERT INTO jetpack_monitor_sites
      (blog_id, bucket_no, monitor_url, monitor_active, site_status, last_status_change, last_checked_at)
      SELECT 1000000 + seq, seq MOD ${bucketTotal}, CONCAT('https://site-', seq, '.example/'), seq MOD 20 <> 0,
        IF(${isDown}, 2, 1),
        NOW() - INTERVAL 1 DAY, NOW() - INTERVAL seq MOD 300 SECOND
      FROM seq_${from}_to_${to}`);
  }
  for (const [from, to] of portions(endedEvents)) {
    await admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state, started_at, ended_at)
      SELECT 1000000 + (seq * 7919) MOD ${count}, IF(seq MOD 10 = 0, 'ssl', 'http'), 4, 'Down',
        NOW(3) - INTERVAL seq MOD 2500000 SECOND - INTERVAL 900 SECOND,
        NOW(3) - INTERVAL seq MOD 2500000 SECOND
      FROM seq_${from}_to_${to}`);
  }
  await admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state, started_at)
    SELECT 1000000 + seq, 'http', 4, 'Down', NOW(3) - INTERVAL 900 SECOND
    FROM seq_1_to_${count} WHERE ${hasEvent}`);
}

/** Ranges of numbers from 1 to `count`, since one enormous transaction is slower than several large ones. */
export function portions(count: number): [from: number, to: number][] {
  const starts = Array.from({ length: Math.ceil(count / MOST_ROWS_PER_INSERT) }, (_, index) => index);
  return starts.map((index) => [
    index * MOST_ROWS_PER_INSERT + 1,
    Math.min(count, (index + 1) * MOST_ROWS_PER_INSERT),
  ]);
}
