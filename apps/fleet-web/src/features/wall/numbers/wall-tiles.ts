import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { formatCount, NOT_READ } from '../../../format/count.ts';
import { isPinnedAsPlanned } from '../../../format/decision.ts';
import { levelOf } from '../../../format/issue-level.ts';
import { oldestDueSec } from '../../../format/oldest-due.ts';

/** One number of the wall. Without a level the API judges nothing about it. */
export type WallTile = {
  readonly name: string;
  /** What stands there, where it is not an age, which counts on. */
  readonly value: string;
  readonly age_sec?: number;
  readonly level?: string;
  /** Amber, and meant to be so at this stage. */
  readonly asPlanned?: boolean;
};

/** The fleet in six numbers, always in the same places, with the levels that the API gives them. */
export function wallTiles(snapshot: FleetSnapshot): WallTile[] {
  const { summary, bucket_coverage, delivery, projection_drift } = snapshot;
  const { covered_buckets, bucket_total } = bucket_coverage;
  return [
    {
      name: 'Monitors',
      value: formatCount(summary.monitor_processes),
      ...levelOf(summary.issue_details, ['no_process_snapshots', 'no_monitor_processes']),
    },
    {
      name: 'Stale',
      value: formatCount(summary.stale_processes),
      ...levelOf(summary.issue_details, ['process_stale']),
    },
    {
      name: 'Buckets',
      value: `${covered_buckets ?? NOT_READ}/${bucket_total}`,
      level: bucket_coverage.status,
      asPlanned: isPinnedAsPlanned(snapshot),
    },
    { name: 'Due now', value: formatCount(delivery.due_now), level: delivery.status },
    { name: 'Oldest due', ...oldestDue(delivery), level: delivery.status },
    { name: 'Drift', value: formatCount(projection_drift.count), level: projection_drift.status },
  ];
}

function oldestDue(delivery: FleetSnapshot['delivery']) {
  const age_sec = oldestDueSec(delivery);
  if (age_sec === null) return { value: NOT_READ };
  return age_sec === 'none due' ? { value: 'none' } : { value: '', age_sec };
}
