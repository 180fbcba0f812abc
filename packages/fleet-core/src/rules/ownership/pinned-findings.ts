import type { BucketOverlap } from '../../contract/bucket-coverage.ts';
import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { listText } from '../text/list-text.ts';
import { sweepClaims } from './bucket-claims.ts';
import { pinnedMonitors } from './bucket-ownership.ts';
import { meet, unionRanges } from './bucket-ranges.ts';

/** What is wrong with ranges that active monitors report as pinned to them. */
export function pinnedFindings(fleet: JudgedFleet): Finding[] {
  return [...overlapFindings(fleet), ...invalidFindings(fleet), ...ownerRowFindings(fleet)];
}

/** A sentence is read by people; the snapshot lists them all. */
const MOST_OVERLAPS_LISTED = 10;

/** Ranges are compared as reported, even beyond the bucket total: two monitors would still check the same sites. */
function overlapFindings({ bucket_coverage: { pinned } }: JudgedFleet): Finding[] {
  const end = pinned.reduce((most, range) => Math.max(most, range.bucket_max), -1) + 1;
  const { overlaps } = sweepClaims(pinned, end);
  if (overlaps.length === 0) return [];
  const listed = overlaps.slice(0, MOST_OVERLAPS_LISTED).map(overlapText);
  const others = overlaps.length - listed.length;
  const texts = others > 0 ? [...listed, `and ${others} more`] : listed;
  const hosts = distinctSorted(overlaps.flatMap((overlap) => overlap.host_ids));
  const title = `${listText(hosts)} ${hosts.length === 1 ? 'is twice' : 'are'} pinned to the same buckets`;
  const message = `pinned ranges: checked more than once: ${texts.join('; ')}`;
  return [finding('amber', 'pinned_overlap', title, message, { hosts, ranges: overlaps })];
}

function overlapText({ host_ids, more_hosts, ...range }: BucketOverlap): string {
  const hosts = more_hosts === undefined ? host_ids : [...host_ids, `${more_hosts} more`];
  return `${bucketRangeText(range)} (${hosts.join(', ')})`;
}

/** A pinned monitor without a range within the buckets there are: which sites it checks is not known. */
function invalidFindings({ processes, bucket_coverage: { bucket_total } }: JudgedFleet): Finding[] {
  return pinnedMonitors(processes).flatMap(({ process }) => {
    const { process_id, host_id, bucket_min, bucket_max } = process;
    const fault = rangeFault(bucket_min, bucket_max, bucket_total);
    if (fault === null) return [];
    const title = `${host_id} is pinned to ${fault}`;
    const message = `process ${process_id}: is pinned to ${fault}, so which sites it checks is not known`;
    return [
      finding('amber', 'pinned_range_invalid', title, message, { subject: process_id, hosts: [host_id] }),
    ];
  });
}

/** Why this is no range, in a few words; null when it is one. */
function rangeFault(min: number | null, max: number | null, total: number): string | null {
  if (min === null || max === null) return 'no range';
  if (max < min) return `${min}-${max}, which is upside down`;
  // Without a total nothing lies beyond it.
  return total > 0 && max >= total ? `${min}-${max}, beyond BUCKET_TOTAL ${total}` : null;
}

/** Rows of dynamic ownership under pinned ranges: two ways of owning the same buckets. */
function ownerRowFindings({ bucket_coverage: { hosts, pinned } }: JudgedFleet): Finding[] {
  if (pinned.length === 0) return [];
  const ranges = pinned.map(({ host_id, bucket_min: min, bucket_max: max }) => ({ host_id, min, max }));
  return hosts.flatMap(({ host_id, bucket_min, bucket_max }) => {
    const row = { min: bucket_min, max: bucket_max };
    const met = ranges.filter((range) => meet(range, row));
    if (met.length === 0) return [];
    const monitors = distinctSorted(met.map((range) => range.host_id));
    const message = `bucket owner ${host_id}: its row claims ${bucket_min}-${bucket_max}, where ${listText(monitors)} ${monitors.length === 1 ? 'is' : 'are'} pinned`;
    const shared = unionRanges(
      met.map(({ min, max }) => ({ min: Math.max(min, row.min), max: Math.min(max, row.max) })),
    );
    const title = `the owner row of ${host_id} claims pinned buckets ${rangesText(shared)}`;
    return [
      finding('amber', 'pinned_owner_rows', title, message, {
        subject: host_id,
        hosts: [host_id],
        ranges: shared,
      }),
    ];
  });
}
