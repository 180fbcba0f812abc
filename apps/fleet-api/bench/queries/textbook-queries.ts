/** Plain statements for the same facts, as a textbook would write them; `?` is neither escaped nor planned for cost. */
export type TextbookQuery = { readonly name: string; readonly sql: string };

const DUE = "status = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= UTC_TIMESTAMP())";
const SINCE = 'UTC_TIMESTAMP() - INTERVAL 900 SECOND';

/** Six aggregates of one delivery table, each by itself. */
export function textbookQueue(kind: 'webhook' | 'alert'): TextbookQuery[] {
  const from = `FROM jetmon_${kind}_deliveries WHERE`;
  const endedSince = (status: string) =>
    `SELECT COUNT(*) ${from} status = '${status}' AND COALESCE(last_attempt_at, created_at) >= ${SINCE}`;
  const statements = {
    due: `SELECT COUNT(*), MIN(COALESCE(next_attempt_at, created_at)) ${from} ${DUE}`,
    'to be retried': `SELECT COUNT(*) ${from} status = 'pending' AND next_attempt_at > UTC_TIMESTAMP()`,
    'oldest pending': `SELECT MIN(created_at) ${from} status = 'pending'`,
    delivered: `SELECT COUNT(*) ${from} status = 'delivered' AND delivered_at >= ${SINCE}`,
    abandoned: endedSince('abandoned'),
    failed: endedSince('failed'),
  };
  return Object.entries(statements).map(([fact, sql]) => ({ name: `${kind} deliveries: ${fact}`, sql }));
}

/** Every site with its open http event, if any, compared one by one. */
export function textbookDrift(bucketTotal: number): TextbookQuery {
  return {
    name: 'drift',
    sql: `SELECT COUNT(*) FROM jetpack_monitor_sites AS site
LEFT JOIN jetmon_events AS event
  ON event.blog_id = site.blog_id AND event.check_type = 'http' AND event.ended_at IS NULL
WHERE site.monitor_active = 1 AND site.bucket_no BETWEEN 0 AND ${bucketTotal - 1}
  AND site.site_status <> CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END`,
  };
}

/** The two lists, which the textbook reads as we do. */
export const TEXTBOOK_LISTS: readonly TextbookQuery[] = [
  { name: 'process health', sql: 'SELECT * FROM jetmon_process_health' },
  { name: 'bucket owners', sql: 'SELECT * FROM jetmon_hosts' },
];
