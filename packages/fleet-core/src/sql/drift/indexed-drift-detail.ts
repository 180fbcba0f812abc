import * as z from 'zod/mini';
import { OPEN_EVENTS } from '../../contract/answers/drift-detail.ts';
import { DRIFT_RULES, type DriftRule } from '../../contract/projection-drift.ts';
import { Count } from '../../contract/scalars.ts';
import type { DriftGroup, SampleSite } from '../../domain/drift-detail.ts';
import { oneRow, type Query } from '../query.ts';
import { rowsInTurns } from '../rows-in-turns.ts';
import type { TableNames } from '../schema/table-names.ts';
import { driftCandidates } from './drift-candidates.ts';
import { allGroups, LIMIT_GROUPS, SampledRow, sampleOf } from './drift-samples.ts';
import { eventsNameSites, WORST_STATUS } from './drift-terms.ts';

const RuleRow = z.object({ drift_rule: z.enum(DRIFT_RULES) });

/** By which rule drift is counted now. */
export function driftRule(tables: TableNames, hasEndpointIds: boolean): Query<DriftRule> {
  return {
    sql: `SELECT ${hasEndpointIds ? `IF(${eventsNameSites(tables)}, 'sites', 'pairs')` : "'pairs'"} AS drift_rule`,
    params: [],
    read: (rows) => oneRow(RuleRow, rows).drift_rule,
  };
}

const said = { worst_status: z.int(), open_events: z.enum(OPEN_EVENTS) };
const GroupRow = z.object({
  bucket_no: Count,
  site_status: z.int(),
  ...said,
  site_count: Count,
  drift_count: Count,
});
const SampleRow = z.extend(SampledRow, said);

/** What `indexedDrift` counts, by bucket, status and what the events say. Needs the recommended index as that does. */
export function indexedDriftGroups(
  tables: TableNames,
  bucketTotal: number,
  rule: DriftRule,
): Query<readonly DriftGroup[]> {
  const { sql, params } = driftingSites(tables, bucketTotal, rule);
  return {
    sql: `SELECT bucket_no, site_status, worst_status, open_events, COUNT(*) AS site_count,
  CAST(SUM(drift_count) AS UNSIGNED) AS drift_count
FROM ${sql}
GROUP BY bucket_no, site_status, worst_status, open_events
${LIMIT_GROUPS}`,
    params,
    read: async (rows, pause) =>
      allGroups(
        await rowsInTurns(
          GroupRow,
          ({ bucket_no, worst_status, drift_count, ...group }) => ({
            ...group,
            bucket: bucket_no,
            expected_status: worst_status,
            count: drift_count,
          }),
          rows,
          pause,
        ),
      ),
  };
}

/** Some of the sites that drift in these buckets, of each kind some. */
export function indexedDriftSamples(
  tables: TableNames,
  bucketTotal: number,
  rule: DriftRule,
  buckets: readonly number[],
): Query<SampleSite[]> {
  const { sql, params } = driftingSites(tables, bucketTotal, rule);
  return {
    sql: sampleOf(`${sql} WHERE TRUE`, 'worst_status, open_events', buckets),
    params,
    read: (rows) =>
      z
        .array(SampleRow)
        .parse(rows)
        .map(({ bucket_no, worst_status, ...site }) => ({
          ...site,
          bucket: bucket_no,
          expected_status: worst_status,
        })),
  };
}

/** Each site that drifts, how often it is counted, and what its events say. */
function driftingSites(tables: TableNames, bucketTotal: number, rule: DriftRule) {
  const candidates = driftCandidates(tables, rule);
  const judged = candidates.map(
    ({ from, expected, isEvent }) =>
      `SELECT site.jetpack_monitor_site_id AS site_id, site.blog_id, site.bucket_no, site.site_status,
    ${expected} AS expected_status, ${isEvent} AS is_event ${from}`,
  );
  const counted =
    rule === 'pairs'
      ? 'COUNT(IF(site_status <> expected_status, 1, NULL))'
      : `site_status <> ${WORST_STATUS}`;
  return {
    sql: `(SELECT site_id, blog_id, bucket_no, site_status, ${WORST_STATUS} AS worst_status,
  CASE SUM(is_event) WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE 'several' END AS open_events, ${counted} AS drift_count
  FROM (
  ${judged.join('\n  UNION ALL\n  ')}
) AS judged GROUP BY site_id, blog_id, bucket_no, site_status HAVING drift_count > 0) AS drifting`,
    // The highest bucket, for each kind of candidates.
    params: candidates.map(() => bucketTotal - 1),
  };
}
