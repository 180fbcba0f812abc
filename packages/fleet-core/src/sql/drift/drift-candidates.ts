import type { DriftRule } from '../../contract/projection-drift.ts';
import type { TableNames } from '../schema/table-names.ts';
import { EXPECTED_STATUS, IS_OF_BLOG, IS_OPEN_HTTP_EVENT, isCountedFrom } from './drift-terms.ts';

/** More than any table has: a limited list is read once and kept, and not looked up anew for each site. */
const NO_LIMIT = '18446744073709551615';

/** Sites that can drift, found by the recommended index, each once for every event that has a say in it. */
export type DriftCandidates = {
  /** From `FROM` to the end of `WHERE`, with `site` for the site; each has one parameter, the highest bucket. */
  readonly from: string;
  /** The status that the event, or none, lets expect. */
  readonly expected: string;
  /** 1 for an event, 0 for none. */
  readonly isEvent: string;
};

/**
 * What can drift: running sites that have an event, and all that are not running. By sites, an event is of the site that
 * it names, whatever its status, or of each site of its blog; by pairs, it is of each site of its blog. Sites count in
 * buckets from `fromBucket` on.
 */
export function driftCandidates(
  { events, sites }: TableNames,
  rule: DriftRule,
  fromBucket = 0,
): DriftCandidates[] {
  const isCounted = isCountedFrom(fromBucket);
  const withEvent = (isOfSite: string, which: string): DriftCandidates => ({
    from: `FROM ${events} AS event
  JOIN ${sites} AS site ON ${isOfSite}
  WHERE ${which} AND ${isCounted}`,
    expected: EXPECTED_STATUS,
    isEvent: '1',
  });
  const running = 'site.site_status = 1 AND site.blog_id = event.blog_id';
  const named = withEvent('site.jetpack_monitor_site_id = event.endpoint_id', IS_OPEN_HTTP_EVENT);
  const ofSites = rule === 'pairs' ? IS_OPEN_HTTP_EVENT : `${IS_OPEN_HTTP_EVENT} AND ${IS_OF_BLOG}`;
  const notRunning: DriftCandidates = {
    from: `FROM ${sites} AS site
  LEFT JOIN ${expectations(events, ofSites)} ON event.blog_id = site.blog_id
  WHERE site.site_status <> 1 AND ${isCounted}`,
    expected: 'IFNULL(event.expected_status, 1)',
    isEvent: 'event.blog_id IS NOT NULL',
  };
  return [withEvent(running, ofSites), ...(rule === 'pairs' ? [] : [named]), notRunning];
}

/** A list of numbers alone, which is kept in memory where one of words would be written to disk. */
function expectations(events: string, which: string): string {
  return `(SELECT event.blog_id, ${EXPECTED_STATUS} AS expected_status FROM ${events} AS event
    WHERE ${which} LIMIT ${NO_LIMIT}) AS event`;
}
