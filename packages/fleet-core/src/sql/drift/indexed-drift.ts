import * as z from 'zod/mini';
import { DRIFT_RULES } from '../../contract/projection-drift.ts';
import { Count } from '../../contract/scalars.ts';
import type { DriftCount } from '../../domain/projection.ts';
import { oneRow, type Query } from '../query.ts';
import type { TableNames } from '../table-names.ts';
import {
  EXPECTED_STATUS,
  eventsNameSites,
  IS_OF_BLOG,
  IS_OPEN_HTTP_EVENT,
  isCountedFrom,
  WORST_STATUS,
} from './drift-terms.ts';

const Row = z.object({ drift_rule: z.enum(DRIFT_RULES), drift_count: Count });

/** More than any table has: a limited list is read once and kept, and not looked up anew for each site. */
const NO_LIMIT = '18446744073709551615';

/**
 * Counts drift in one statement that reads, with the recommended index, no more than the sites that can drift:
 * those of the open events that are running, and all that are not. Without that index it must not be run: it would
 * read the whole table of sites for each open event. Only the branch of the rule that holds is run. Where events have
 * no `endpoint_id`, that is the rule of pairs. Buckets from `fromBucket` to total − 1 count.
 */
export function indexedDrift(
  tables: TableNames,
  bucketTotal: number,
  hasEndpointIds: boolean,
  fromBucket = 0,
): Query<DriftCount> {
  const isCounted = isCountedFrom(fromBucket);
  const pairs = driftingPairs(tables, isCounted);
  const sites = driftingSites(tables, isCounted);
  const sql = hasEndpointIds
    ? `SELECT IF(name_sites, 'sites', 'pairs') AS drift_rule, IF(name_sites, ${sites}, ${pairs}) AS drift_count
FROM (SELECT ${eventsNameSites(tables)} AS name_sites) AS events`
    : `SELECT 'pairs' AS drift_rule, ${pairs} AS drift_count`;
  return {
    sql,
    // The highest bucket, as often as sites are counted.
    params: Array.from({ length: sql.split('?').length - 1 }, () => bucketTotal - 1),
    read: (rows) => {
      const { drift_rule, drift_count } = oneRow(Row, rows);
      return { rule: drift_rule, count: drift_count };
    },
  };
}

function driftingPairs({ events, sites }: TableNames, isCounted: string): string {
  return `(SELECT COUNT(*) FROM ${events} AS event
  JOIN ${sites} AS site ON site.site_status = 1 AND site.blog_id = event.blog_id
  WHERE ${IS_OPEN_HTTP_EVENT} AND ${isCounted} AND ${EXPECTED_STATUS} <> 1)
+ (SELECT COUNT(*) FROM ${sites} AS site
  LEFT JOIN ${expectations(events, IS_OPEN_HTTP_EVENT)} ON event.blog_id = site.blog_id
  WHERE site.site_status <> 1 AND ${isCounted} AND site.site_status <> IFNULL(event.expected_status, 1))`;
}

/** The running sites of blogs with an event, the sites that an event names, and all that are not running. */
function driftingSites({ events, sites }: TableNames, isCounted: string): string {
  const judged = 'SELECT site.jetpack_monitor_site_id AS site_id, site.site_status';
  return `(SELECT COUNT(*) FROM (SELECT site_id FROM (
  ${judged}, ${EXPECTED_STATUS} AS expected_status FROM ${events} AS event
  JOIN ${sites} AS site ON site.site_status = 1 AND site.blog_id = event.blog_id
  WHERE ${IS_OPEN_HTTP_EVENT} AND ${IS_OF_BLOG} AND ${isCounted}
  UNION ALL
  ${judged}, ${EXPECTED_STATUS} AS expected_status FROM ${events} AS event
  JOIN ${sites} AS site ON site.jetpack_monitor_site_id = event.endpoint_id
  WHERE ${IS_OPEN_HTTP_EVENT} AND ${isCounted}
  UNION ALL
  ${judged}, IFNULL(event.expected_status, 1) AS expected_status FROM ${sites} AS site
  LEFT JOIN ${expectations(events, `${IS_OPEN_HTTP_EVENT} AND ${IS_OF_BLOG}`)} ON event.blog_id = site.blog_id
  WHERE site.site_status <> 1 AND ${isCounted}
) AS judged GROUP BY site_id, site_status HAVING site_status <> ${WORST_STATUS}) AS drifting)`;
}

/** A list of numbers alone, which is kept in memory where one of words would be written to disk. */
function expectations(events: string, which: string): string {
  return `(SELECT event.blog_id, ${EXPECTED_STATUS} AS expected_status FROM ${events} AS event
    WHERE ${which} LIMIT ${NO_LIMIT}) AS event`;
}
