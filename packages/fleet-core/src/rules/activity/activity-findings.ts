import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { unionRanges } from '../ownership/bucket-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { countText, numberText } from '../text/count-text.ts';
import { durationText, limitText } from '../text/duration-text.ts';
import type { OwnerActivity, UncheckedBucket } from './site-activity.ts';

/** Sites that nobody checks, and sites that nobody can. */
export function activityFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...fleet.activity.owners.flatMap((owner) => uncheckedFindings(owner, fleet)),
    ...outsideFindings(fleet),
  ];
}

/** Red when an owner checks nothing at all of what it owns. */
function uncheckedFindings(
  { host_id, bucket_count, unchecked }: OwnerActivity,
  { readings: { site_activity }, thresholds }: JudgedFleet,
): Finding[] {
  if (unchecked.length === 0 || !site_activity.ok) return [];
  const ranges = unionRanges(unchecked.map(({ bucket_no }) => ({ min: bucket_no, max: bucket_no })));
  const limit = limitOf(unchecked, thresholds.activity_grace_sec);
  const last = `${lastCheckText(unchecked, site_activity.read_at_ms)} (limit ${limit})`;
  const buckets = countText(bucket_count, 'bucket');
  const all = unchecked.length === bucket_count;
  const title = all
    ? `${host_id} checks none of its sites`
    : `${host_id} leaves ${countText(unchecked.length, 'bucket')} unchecked`;
  const headline = all
    ? `${host_id} checks no site of its ${buckets}, ${last}`
    : `${host_id} leaves ${numberText(unchecked.length)} of its ${buckets} unchecked, ${rangesText(ranges)}, ${last}`;
  const since = sinceMs(unchecked);
  return [
    finding(all ? 'red' : 'amber', 'sites_unchecked', title, `site activity: ${headline}`, {
      subject: host_id,
      headline,
      hosts: [host_id],
      ranges,
      ...(since === null ? {} : { sinceMs: since }),
    }),
  ];
}

function lastCheckText(unchecked: readonly UncheckedBucket[], readAtMs: number): string {
  const newestMs = unchecked.reduce((newest, bucket) => Math.max(newest, bucket.newest_check_ms ?? 0), 0);
  return newestMs === 0
    ? 'with no check ever'
    : `the last check ${durationText((readAtMs - newestMs) / 1000)} ago`;
}

function limitOf(unchecked: readonly UncheckedBucket[], graceSec: number): string {
  const limits = new Set(unchecked.map(({ limit_sec }) => limit_sec));
  const [only = graceSec] = limits;
  return limits.size === 1 ? limitText(only) : `${limitText(graceSec)}, or twice the check interval`;
}

/** Since the first of the buckets is unchecked, as far as that is known. */
function sinceMs(unchecked: readonly UncheckedBucket[]): number | null {
  const known = unchecked.flatMap(({ since_ms }) => since_ms ?? []);
  return known.length === 0 ? null : known.reduce((least, ms) => Math.min(least, ms));
}

function outsideFindings({ activity: { section }, bucket_coverage }: JudgedFleet): Finding[] {
  const { sites_outside_buckets: outside } = section;
  const { bucket_total } = bucket_coverage;
  if (outside === null || outside === 0) return [];
  const headline = `${countText(outside, 'active site lies', 'active sites lie')} in buckets from ${bucket_total} on; BUCKET_TOTAL is ${bucket_total}, so nobody can own them`;
  const title = `${countText(outside, 'active site is', 'active sites are')} beyond BUCKET_TOTAL`;
  return [
    finding('amber', 'sites_outside_buckets', title, `site activity: ${headline}`, {
      headline,
      count: outside,
    }),
  ];
}
