import type { TableNames } from '../schema/table-names.ts';

/** What the statements that concern drift have in common, so that each part of the rule is written once. */

/** An `event` that is open: `dedup_key` is null once it has ended, and its index leads to the open ones alone. */
export const IS_OPEN_HTTP_EVENT = "event.dedup_key IS NOT NULL AND event.check_type = 'http'";

/** An `event` of all sites of its blog. */
export const IS_OF_BLOG = 'event.endpoint_id IS NULL';

/** A `site` that counts; the parameter is the highest bucket. */
export const IS_COUNTED_SITE = 'site.monitor_active = 1 AND site.bucket_no BETWEEN 0 AND ?';

/** The same in buckets from one on. */
export function isCountedFrom(bucket: number): string {
  return bucket === 0 ? IS_COUNTED_SITE : `${IS_COUNTED_SITE} AND site.bucket_no >= ${Math.trunc(bucket)}`;
}

/** The status that an `event`, or none, lets expect of a site. Words are compared as the column's collation does. */
export const EXPECTED_STATUS = "CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END";

/** The worst of the statuses that a group's events let expect: down, else seems down, else running. */
export const WORST_STATUS = 'IF(MAX(expected_status) = 2, 2, MIN(expected_status))';

/**
 * Whether open http events name the sites that they belong to. An event beside one of its whole blog is no proof:
 * databases in which events belong to blogs have such, too, and there the rule of pairs is the stricter one. One look
 * by the index (blog_id, ended_at) for each, and the first that stands alone is enough.
 */
export function eventsNameSites(tables: TableNames): string {
  // An index by check leads to all that have ended first, so it is kept from being used.
  const isOpenHttp = IS_OPEN_HTTP_EVENT.replace('event.check_type', 'CONCAT(event.check_type)');
  const isBeside = `${IS_OPEN_HTTP_EVENT} AND ${IS_OF_BLOG}`.replaceAll('event.', 'whole.');
  return `EXISTS (SELECT 1 FROM ${tables.events} AS event
  LEFT JOIN ${tables.events} AS whole ON whole.blog_id = event.blog_id AND whole.ended_at IS NULL AND ${isBeside}
  WHERE ${isOpenHttp} AND NOT ${IS_OF_BLOG} AND whole.id IS NULL)`;
}
