import * as z from 'zod/mini';
import type { SiteIds } from '../../domain/projection.ts';
import { oneRow, type Query } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';

const Row = z.object({ least: z.nullable(z.string()), greatest: z.nullable(z.string()) });

/** The least and the greatest id of the sites, found at the two ends of the table; null where there are no sites. */
export function siteIds(tables: TableNames): Query<SiteIds | null> {
  return {
    sql: `SELECT CAST(MIN(jetpack_monitor_site_id) AS CHAR) AS least,
  CAST(MAX(jetpack_monitor_site_id) AS CHAR) AS greatest
FROM ${tables.sites}`,
    params: [],
    read: (rows) => {
      const { least, greatest } = oneRow(Row, rows);
      return least === null || greatest === null ? null : { least, greatest };
    },
  };
}
