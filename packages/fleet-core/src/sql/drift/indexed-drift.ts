import * as z from 'zod/mini';
import { DRIFT_RULES } from '../../contract/projection-drift.ts';
import { Count } from '../../contract/scalars.ts';
import type { DriftCount } from '../../domain/projection.ts';
import { oneRow, type Query } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';
import { driftCandidates } from './drift-candidates.ts';
import { eventsNameSites, WORST_STATUS } from './drift-terms.ts';

const Row = z.object({ drift_rule: z.enum(DRIFT_RULES), drift_count: Count });

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
  const pairs = driftingPairs(tables, fromBucket);
  const sites = driftingSites(tables, fromBucket);
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

function driftingPairs(tables: TableNames, fromBucket: number): string {
  return driftCandidates(tables, 'pairs', fromBucket)
    .map(({ from, expected }) => `(SELECT COUNT(*) ${from} AND site.site_status <> ${expected})`)
    .join('\n+ ');
}

function driftingSites(tables: TableNames, fromBucket: number): string {
  const judged = driftCandidates(tables, 'sites', fromBucket).map(
    ({ from, expected }) =>
      `SELECT site.jetpack_monitor_site_id AS site_id, site.site_status, ${expected} AS expected_status ${from}`,
  );
  return `(SELECT COUNT(*) FROM (SELECT site_id FROM (
  ${judged.join('\n  UNION ALL\n  ')}
) AS judged GROUP BY site_id, site_status HAVING site_status <> ${WORST_STATUS}) AS drifting)`;
}
