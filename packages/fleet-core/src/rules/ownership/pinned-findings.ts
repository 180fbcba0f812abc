import type { BucketOverlap } from '../../contract/bucket-coverage.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { bucketRangeText } from '../text/bucket-range-text.ts';
import { listText } from '../text/list-text.ts';
import { sweepClaims } from './bucket-claims.ts';
import { pinnedMonitors } from './bucket-ownership.ts';
import { isRange } from './coverage-findings.ts';

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
  const hosts = [...new Set(overlaps.flatMap((overlap) => overlap.host_ids))];
  const title = `${listText(hosts)} are pinned to the same buckets`;
  const message = `pinned ranges: checked more than once: ${texts.join('; ')}`;
  return [finding('amber', 'pinned_overlap', title, message, { hosts, ranges: overlaps })];
}

function overlapText({ host_ids, more_hosts, ...range }: BucketOverlap): string {
  const hosts = more_hosts === undefined ? host_ids : [...host_ids, `${more_hosts} more`];
  return `${bucketRangeText(range)} (${hosts.join(', ')})`;
}

/** A pinned monitor without a range within the buckets there are: which sites it checks is not known. */
function invalidFindings({ processes, bucket_coverage }: JudgedFleet): Finding[] {
  const { bucket_total } = bucket_coverage;
  if (bucket_total <= 0) return [];
  return pinnedMonitors(processes).flatMap(({ process }) => {
    const { process_id, host_id, bucket_min, bucket_max } = process;
    const known = bucket_min !== null && bucket_max !== null;
    if (known && isRange({ bucket_min, bucket_max }, bucket_coverage)) return [];
    const range = `${bucket_min ?? 'none'}-${bucket_max ?? 'none'}`;
    const message = `process ${process_id}: is pinned to ${range}, which is no range within 0-${bucket_total - 1}`;
    const title = `${host_id} is pinned to ${range}, which is no range`;
    return [
      finding('amber', 'pinned_range_invalid', title, message, { subject: process_id, hosts: [host_id] }),
    ];
  });
}

/** Rows of dynamic ownership under pinned ranges: two ways of owning the same buckets. */
function ownerRowFindings({ bucket_coverage: { hosts, pinned } }: JudgedFleet): Finding[] {
  return hosts.flatMap(({ host_id, bucket_min, bucket_max }) => {
    const met = pinned.filter((range) => range.bucket_min <= bucket_max && range.bucket_max >= bucket_min);
    if (met.length === 0) return [];
    const monitors = listText([...new Set(met.map((range) => range.host_id))]);
    const message = `bucket owner ${host_id}: its row claims ${bucket_min}-${bucket_max}, which ${monitors} ${met.length === 1 ? 'is' : 'are'} pinned to`;
    const ranges = met.map((range) => ({
      min: Math.max(range.bucket_min, bucket_min),
      max: Math.min(range.bucket_max, bucket_max),
    }));
    const title = `${host_id} has an owner row under pinned buckets`;
    return [
      finding('amber', 'pinned_owner_rows', title, message, { subject: host_id, hosts: [host_id], ranges }),
    ];
  });
}
