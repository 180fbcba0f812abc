import type { DriftRule } from '../../contract/projection-drift.ts';
import type { TableNames } from '../schema/table-names.ts';
import {
  EXPECTED_STATUS,
  IS_COUNTED_SITE,
  IS_OF_BLOG,
  IS_OPEN_HTTP_EVENT,
  WORST_STATUS,
} from './drift-terms.ts';

/** By each rule the statement that lists what it counts, for people to copy. It reads the whole table of sites. */
export function driftListing({ events, sites }: TableNames, bucketTotal: number): Record<DriftRule, string> {
  const isCounted = IS_COUNTED_SITE.replace('?', String(Math.max(0, bucketTotal - 1)));
  const judged = `SELECT site.jetpack_monitor_site_id AS site_id, site.blog_id, site.bucket_no, site.site_status,
    ${EXPECTED_STATUS} AS expected_status
  FROM ${sites} AS site`;
  return {
    pairs: `SELECT site.blog_id, site.bucket_no, site.site_status, event.state AS event_state
FROM ${sites} AS site
LEFT JOIN (SELECT event.blog_id, event.state FROM ${events} AS event WHERE ${IS_OPEN_HTTP_EVENT}) AS event
  ON event.blog_id = site.blog_id
WHERE ${isCounted} AND site.site_status <> ${EXPECTED_STATUS}
LIMIT 50;`,

    sites: `SELECT site_id, blog_id, bucket_no, site_status, ${WORST_STATUS} AS expected
FROM (
  ${judged}
  LEFT JOIN (SELECT event.blog_id, event.state FROM ${events} AS event WHERE ${IS_OPEN_HTTP_EVENT} AND ${IS_OF_BLOG}) AS event
    ON event.blog_id = site.blog_id
  WHERE ${isCounted} AND (site.site_status <> 1 OR event.state IS NOT NULL)
  UNION ALL
  ${judged}
  JOIN ${events} AS event ON event.endpoint_id = site.jetpack_monitor_site_id
  WHERE ${isCounted} AND ${IS_OPEN_HTTP_EVENT}
) AS judged
GROUP BY site_id, blog_id, bucket_no, site_status
HAVING site_status <> expected
LIMIT 50;`,
  };
}
