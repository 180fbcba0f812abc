import { BUCKET_MODES, type BucketRange } from '../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { ROLLOUT_PHASES } from '../contract/rollout.ts';
import type { Closed } from '../contract/scalars.ts';
import { gauge, gauges, stateSet } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';

/** Who owns the buckets, and how far the rollout is; nothing of ownership that could not be read. */
export function bucketMetrics({ bucket_coverage, rollout }: Closed<FleetSnapshot>): MetricFamily[] {
  const { mode, bucket_total, covered_buckets, gaps, overlaps } = bucket_coverage;
  const whereRead = (value: number) => (covered_buckets === null ? null : value);
  return [
    {
      name: 'fleet_ownership_mode',
      help: '1 for how buckets are owned, 0 for the other ways; unknown is one of them.',
      kind: 'gauge',
      samples: stateSet('mode', BUCKET_MODES, mode),
    },
    gauge('fleet_buckets', 'Buckets that there are (BUCKET_TOTAL).', bucket_total > 0 ? bucket_total : null),
    gauge('fleet_buckets_covered', 'Buckets that are owned.', covered_buckets),
    gauge('fleet_bucket_gaps', 'Ranges of buckets that nobody owns.', whereRead(gaps.length)),
    gauge('fleet_buckets_in_gaps', 'Buckets that nobody owns.', whereRead(sizeOf(gaps))),
    gauge(
      'fleet_bucket_overlaps',
      'Ranges of buckets that are owned more than once.',
      whereRead(overlaps.length),
    ),
    gauge('fleet_buckets_overlapping', 'Buckets that are owned more than once.', whereRead(sizeOf(overlaps))),
    gauges(
      'fleet_rollout_hosts',
      'Monitor hosts by how far they are on the way from v1.',
      rollout === null
        ? []
        : ROLLOUT_PHASES.map((phase) => ({ labels: { phase }, value: rollout.counts[phase] })),
    ),
  ];
}

function sizeOf(ranges: readonly BucketRange[]): number {
  return ranges.reduce((sum, { min, max }) => sum + max - min + 1, 0);
}
