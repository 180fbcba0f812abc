import { RUNNING, type SiteList, type SitePass } from '../../domain/projection.ts';
import type { TableNames } from '../schema/table-names.ts';
import { isCountedFrom } from './drift-terms.ts';

/** For a statement that an index by bucket would lead to nearly every site, one by one: four times the work of a pass. */
export const IN_ONE_PASS = ' USE INDEX ()';

/** The sites lie in the order of their ids: a range of them is read from one end to the other. */
const BY_ID = ' FORCE INDEX (PRIMARY)';

/**
 * The sites that count, each with the number of its list, from 1; 0 for those on none. The parameter is the highest
 * bucket. One pass over the table, since no index has status or blog_id; lists of constants, because a sorted list in
 * memory is five times as quick to ask as a table, once for each site.
 */
export function listedSites(
  tables: TableNames,
  { lists, range, after_blog_id, up_to_blog_id }: SitePass,
  columns: readonly string[],
  { hint = '', fromBucket = 0 } = {},
): string {
  const within = [
    ...(after_blog_id === null ? [] : [` AND site.blog_id > ${BigInt(after_blog_id)}`]),
    ...(up_to_blog_id === null ? [] : [` AND site.blog_id <= ${BigInt(up_to_blog_id)}`]),
    ...(range.after_id === null ? [] : [` AND ${ID} > ${BigInt(range.after_id)}`]),
    ...(range.up_to_id === null ? [] : [` AND ${ID} <= ${BigInt(range.up_to_id)}`]),
  ];
  const isAll = range.after_id === null && range.up_to_id === null;
  const listed = lists.map((list, index) => `WHEN ${isOn(list)} THEN ${index + 1} `);
  return `(SELECT CASE ${listed.join('')}WHEN TRUE THEN 0 END AS list_no, ${columns.join(', ')}
  FROM ${tables.sites} AS site${isAll ? hint : BY_ID}
  WHERE ${isCountedFrom(fromBucket)}${within.join('')}) AS counted`;
}

const ID = 'site.jetpack_monitor_site_id';

/** Of the sites that count those that can drift: sites on a list, and all that are not running. */
export const CAN_DRIFT = `(site_status <> ${RUNNING} OR list_no > 0)`;

/** Whether a site that can drift fails one of the statuses that its list lets expect. */
export function isDrifting(lists: readonly SiteList[]): string {
  const fails = lists.map(({ expected_statuses: [first, ...others] }, index) => {
    const isOneStatus = others.every((status) => status === first);
    return ` WHEN ${index + 1} THEN ${isOneStatus ? `site_status <> ${first}` : 'TRUE'}`;
  });
  return `CASE list_no WHEN 0 THEN site_status <> ${RUNNING}${fails.join('')} END`;
}

function isOn({ blog_ids, site_ids }: SiteList): string {
  return `${isIn('site.blog_id', blog_ids)} OR ${isIn(ID, site_ids)}`;
}

function isIn(column: string, ids: readonly string[]): string {
  return ids.length === 0 ? 'FALSE' : `${column} IN (${ids.map(BigInt).join(',')})`;
}
