import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { unionRanges } from '../ownership/union-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { countText } from '../text/count-text.ts';
import { durationText } from '../text/duration-text.ts';
import type { OwnerActivity } from './site-activity.ts';

/** Sites that nobody checks, and sites that nobody can. */
export function activityFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...fleet.activity.owners.flatMap((owner) => uncheckedFindings(owner, fleet)),
    ...outsideFindings(fleet),
  ];
}

/** Red when an owner checks nothing at all of what it owns. */
function uncheckedFindings(
  { host_id, buckets, unchecked }: OwnerActivity,
  { nowMs }: JudgedFleet,
): Finding[] {
  if (unchecked.length === 0) return [];
  const ranges = unionRanges(unchecked.map(({ bucket_no }) => ({ min: bucket_no, max: bucket_no })));
  const newestMs = Math.max(...unchecked.map(({ newest_check_ms }) => newest_check_ms ?? 0));
  const last = newestMs === 0 ? 'never' : `${durationText((nowMs - newestMs) / 1000)} ago`;
  const all = unchecked.length === buckets;
  const which = all ? `none of ${countText(buckets, 'bucket')} with sites` : `${rangesText(ranges)} not`;
  const title = all
    ? `${host_id} checks no site`
    : `${host_id} leaves ${countText(unchecked.length, 'bucket')} unchecked`;
  const message = `site activity: ${host_id} owns ${rangesText(ranges)}, and ${which} checked, the last check ${last}`;
  return [
    finding(all ? 'red' : 'amber', 'sites_unchecked', title, message, {
      subject: host_id,
      hosts: [host_id],
      ranges,
      ...(newestMs === 0 ? {} : { sinceMs: newestMs }),
    }),
  ];
}

function outsideFindings({ activity: { section }, bucket_coverage }: JudgedFleet): Finding[] {
  const { sites_outside_buckets: outside } = section;
  const { bucket_total } = bucket_coverage;
  if (outside === null || outside === 0 || bucket_total <= 0) return [];
  const message = `site activity: ${countText(outside, 'active site lies', 'active sites lie')} in buckets from ${bucket_total} on, beyond BUCKET_TOTAL, so that nobody can own them`;
  const title = `${countText(outside, 'active site is', 'active sites are')} beyond BUCKET_TOTAL`;
  return [finding('amber', 'sites_outside_buckets', title, message)];
}
