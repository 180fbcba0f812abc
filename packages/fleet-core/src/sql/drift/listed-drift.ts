import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import type {
  BucketStatusCount,
  EventsOfSite,
  ExplainedSiteList,
  SampleSite,
} from '../../domain/drift-detail.ts';
import { RUNNING, type SitePass } from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import { rowsInTurns } from '../rows-in-turns.ts';
import type { TableNames } from '../schema/table-names.ts';
import { allGroups, LIMIT_GROUPS, SampledRow, sampleOf } from './drift-samples.ts';
import { CAN_DRIFT, IN_ONE_PASS, isDrifting, listedSites } from './listed-sites.ts';

type Pass = SitePass<ExplainedSiteList>;

/** Up to this share of the buckets an index by bucket is quicker than a pass over the table. */
const FEW_BUCKETS = 0.05;

const GroupRow = z.object({ bucket_no: Count, list_no: Count, site_status: z.int(), site_count: Count });
const SampleRow = z.extend(SampledRow, { list_no: Count });

/** The sites of a pass that drift, counted by bucket, list and status: what `siteStatuses` counts, in more groups. */
export function listedDriftGroups(
  tables: TableNames,
  bucketTotal: number,
  pass: Pass,
): Query<readonly BucketStatusCount[]> {
  return {
    sql: `SELECT bucket_no, list_no, site_status, COUNT(*) AS site_count
FROM ${listedSites(tables, pass, ['site.site_status', 'site.bucket_no'], { hint: IN_ONE_PASS })}
WHERE ${CAN_DRIFT} AND ${isDrifting(pass.lists)}
GROUP BY bucket_no, list_no, site_status
${LIMIT_GROUPS}`,
    params: [bucketTotal - 1],
    read: async (rows, pause) =>
      allGroups(
        await rowsInTurns(
          GroupRow,
          ({ bucket_no, list_no, site_status, site_count }) => ({
            ...saidOf(pass, list_no),
            expected_statuses: pass.lists[list_no - 1]?.expected_statuses ?? [RUNNING],
            bucket: bucket_no,
            site_status,
            count: site_count,
          }),
          rows,
          pause,
        ),
      ),
  };
}

/** Some of the sites of a pass that drift in these buckets, of each kind some. */
export function listedDriftSamples(
  tables: TableNames,
  bucketTotal: number,
  pass: Pass,
  buckets: readonly number[],
): Query<SampleSite[]> {
  const columns = [
    'site.site_status',
    'site.bucket_no',
    'site.blog_id',
    'site.jetpack_monitor_site_id AS site_id',
  ];
  const hint = buckets.length > bucketTotal * FEW_BUCKETS ? IN_ONE_PASS : '';
  const drifting = `${listedSites(tables, pass, columns, { hint })}
  WHERE ${CAN_DRIFT} AND ${isDrifting(pass.lists)}`;
  return {
    sql: sampleOf(drifting, 'list_no', buckets),
    params: [bucketTotal - 1],
    read: (rows) =>
      z
        .array(SampleRow)
        .parse(rows)
        .map(({ list_no, bucket_no, ...site }) => ({ ...site, bucket: bucket_no, ...saidOf(pass, list_no) })),
  };
}

/** A site on no list has no event. */
function saidOf({ lists }: Pass, listNo: number): EventsOfSite {
  const { open_events, expected_status } = lists[listNo - 1] ?? {
    open_events: 'none' as const,
    expected_status: RUNNING,
  };
  return { open_events, expected_status };
}
