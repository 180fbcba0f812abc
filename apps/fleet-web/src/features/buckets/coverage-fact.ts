import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { bucketsIn } from '../../format/bucket-range.ts';
import { countOf, formatCount } from '../../format/count.ts';
import { ownershipWord } from '../../format/ownership-word.ts';

/** The picture in one line: `999 of 1,000 buckets covered · 1 gap (1 bucket) · 0 overlaps · dynamic, 4 hosts`. */
export function coverageFact(coverage: BucketCoverage): string {
  const { covered_buckets, bucket_total, gaps, overlaps, mode, code, hosts, locks } = coverage;
  if (covered_buckets === null) return `coverage not read · ${code}`;
  const counted = `${formatCount(covered_buckets)} of ${formatCount(bucket_total)} buckets`;
  const isByLocks = mode === 'api_controlled';
  return [
    isByLocks ? `v2 holds ${counted}` : `${counted} covered`,
    withBuckets(countOf(gaps.length, 'gap'), gaps),
    withBuckets(countOf(overlaps.length, 'overlap'), overlaps),
    ...(isByLocks ? unheldLocks(locks) : silentOwners(hosts)),
    `${ownershipWord(mode)}, ${ownersText(coverage)}`,
  ].join(' · ');
}

function silentOwners(hosts: BucketCoverage['hosts']): string[] {
  const stale = hosts.filter((host) => host.stale);
  if (stale.length === 0) return [];
  const ranges = stale.map(({ bucket_min, bucket_max }) => ({ min: bucket_min, max: bucket_max }));
  return [withBuckets(countOf(stale.length, 'silent owner'), ranges)];
}

function unheldLocks(locks: BucketCoverage['locks']): string[] {
  const unheld = locks.filter(({ held }) => !held);
  if (unheld.length === 0) return [];
  const ranges = unheld.map(({ bucket_min, bucket_max }) => ({ min: bucket_min, max: bucket_max }));
  const what = countOf(unheld.length, 'lock without a monitor', 'locks without a monitor');
  return [withBuckets(what, ranges)];
}

function withBuckets(text: string, ranges: readonly { min: number; max: number }[]): string {
  if (ranges.length === 0) return text;
  const buckets = ranges.reduce((sum, range) => sum + bucketsIn(range), 0);
  return `${text} (${countOf(buckets, 'bucket')})`;
}

/** How many own buckets: hosts, monitors or locks. */
export function ownersText({ mode, host_count, pinned, locks }: BucketCoverage): string {
  if (mode === 'api_controlled') return countOf(locks.length, 'lock');
  const monitors = countOf(pinned.length, 'monitor');
  if (mode === 'pinned') return monitors;
  const hosts = countOf(host_count, 'host');
  return pinned.length === 0 ? hosts : `${hosts}, ${formatCount(pinned.length)} pinned`;
}
