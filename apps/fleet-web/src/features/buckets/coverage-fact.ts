import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { bucketsIn } from '../../format/bucket-range.ts';
import { countOf, formatCount } from '../../format/count.ts';

/** The picture in one line: `999 of 1000 buckets covered · 1 gap (1 bucket) · 0 overlaps · dynamic, 4 hosts`. */
export function coverageFact(coverage: BucketCoverage): string {
  const { covered_buckets, bucket_total, gaps, overlaps, mode, code, hosts } = coverage;
  if (covered_buckets === null) return `coverage not read · ${code}`;
  return [
    `${formatPlain(covered_buckets)} of ${formatPlain(bucket_total)} buckets covered`,
    withBuckets(countOf(gaps.length, 'gap'), gaps),
    withBuckets(countOf(overlaps.length, 'overlap'), overlaps),
    ...staleOwners(hosts.filter((host) => host.stale)),
    `${mode}, ${owners(coverage)}`,
  ].join(' · ');
}

/** Bucket numbers are names as much as numbers: they are written without separators. */
function formatPlain(count: number): string {
  return String(count);
}

function staleOwners(stale: BucketCoverage['hosts']): string[] {
  if (stale.length === 0) return [];
  const ranges = stale.map(({ bucket_min, bucket_max }) => ({ min: bucket_min, max: bucket_max }));
  return [withBuckets(countOf(stale.length, 'stale owner'), ranges)];
}

function withBuckets(text: string, ranges: readonly { min: number; max: number }[]): string {
  if (ranges.length === 0) return text;
  const buckets = ranges.reduce((sum, range) => sum + bucketsIn(range), 0);
  return `${text} (${countOf(buckets, 'bucket')})`;
}

function owners({ mode, host_count, pinned }: BucketCoverage): string {
  const monitors = countOf(pinned.length, 'monitor');
  if (mode === 'pinned') return monitors;
  const hosts = countOf(host_count, 'host');
  return pinned.length === 0 ? hosts : `${hosts}, ${formatCount(pinned.length)} pinned`;
}
