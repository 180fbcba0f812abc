import type { LabDatabase } from 'fleet-lab/database/lab-database';

/** Sites of which none has an event as they are seeded: every fourth, from the second on. */
const EVERY = 4;
const FIRST_BLOG = 1_000_002;

/** Opens an http event for each of `count` sites more, of which `opened` were opened before; their legacy status follows. */
export async function openEvents({ admin }: LabDatabase, opened: number, count: number): Promise<void> {
  if (count <= 0) return;
  await admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state, started_at)
    SELECT ${FIRST_BLOG} + ${EVERY} * seq, 'http', 4, 'Down', NOW(3) - INTERVAL 900 SECOND
    FROM seq_${opened}_to_${opened + count - 1}`);
  await admin.query(
    `UPDATE jetpack_monitor_sites SET site_status = 2 WHERE ${isAmong(opened, opened + count)}`,
  );
  await settle(admin);
}

/** Ends those that `openEvents` has opened beyond the first `left` of `opened`; their sites run again. */
export async function endEvents({ admin }: LabDatabase, opened: number, left: number): Promise<void> {
  const isOver = isAmong(left, opened);
  await admin.query(`UPDATE jetmon_events SET ended_at = NOW(3) WHERE ended_at IS NULL AND ${isOver}`);
  await admin.query(`UPDATE jetpack_monitor_sites SET site_status = 1 WHERE ${isOver}`);
  await settle(admin);
}

/** What reads the tables next shall meet neither what is yet to be purged nor a plan of before. */
async function settle(admin: LabDatabase['admin']): Promise<void> {
  await admin.query('SET GLOBAL innodb_max_purge_lag_wait = 0');
  await admin.query('ANALYZE TABLE jetmon_events, jetpack_monitor_sites');
}

/** The condition on those of our sites from the one at `from` to that before `end`. */
function isAmong(from: number, end: number): string {
  return `blog_id MOD ${EVERY} = ${FIRST_BLOG % EVERY}
    AND blog_id BETWEEN ${FIRST_BLOG + EVERY * from} AND ${FIRST_BLOG + EVERY * (end - 1)}`;
}

/** Makes two addresses of one blog of every two sites, and has each open event name the address that it is of. */
export async function nameAddresses({ admin }: LabDatabase): Promise<void> {
  await admin.query(`UPDATE jetmon_events AS event
    JOIN jetpack_monitor_sites AS site ON site.blog_id = event.blog_id
    SET event.endpoint_id = site.jetpack_monitor_site_id, event.blog_id = event.blog_id - event.blog_id MOD 2
    WHERE event.ended_at IS NULL`);
  await admin.query(
    'UPDATE jetpack_monitor_sites SET blog_id = blog_id - blog_id MOD 2 WHERE blog_id MOD 2 = 1',
  );
  await settle(admin);
}
