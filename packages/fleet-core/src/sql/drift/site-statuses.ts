import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import { RUNNING, type SitePass, type SiteStatusCount } from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';
import { CAN_DRIFT, listedSites } from './listed-sites.ts';

const Row = z.object({ list_no: Count, site_status: z.int(), site_count: Count });

/** The statuses of the active sites of a pass in buckets `fromBucket` … total − 1, of those only that can drift. */
export function siteStatuses(
  tables: TableNames,
  bucketTotal: number,
  pass: SitePass,
  fromBucket = 0,
): Query<SiteStatusCount[]> {
  return {
    sql: `SELECT list_no, site_status, COUNT(*) AS site_count
FROM ${listedSites(tables, pass, ['site.site_status'], { fromBucket })}
WHERE ${CAN_DRIFT}
GROUP BY list_no, site_status`,
    params: [bucketTotal - 1],
    read: (rows) =>
      z
        .array(Row)
        .parse(rows)
        .map(({ list_no, site_status, site_count }) => ({
          expected_statuses: pass.lists[list_no - 1]?.expected_statuses ?? [RUNNING],
          site_status,
          count: site_count,
        })),
  };
}
