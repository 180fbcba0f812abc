import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { type Answer, answerTo } from '../../../format/answer-to.ts';
import { formatCount, NOT_READ } from '../../../format/count.ts';
import { oldestDueSec } from '../../../format/oldest-due.ts';

/** One number of the wall, with the answer that it belongs to; without a level the API judges nothing about it. */
export type WallTile = Answer & {
  readonly name: string;
  /** What stands there, where it is not an age, which counts on. */
  readonly value: string;
  readonly ageSec?: number;
};

/** The fleet in six numbers, always in the same places, with the API's own answers. */
export function wallTiles(snapshot: FleetSnapshot): WallTile[] {
  const { summary, bucket_coverage, delivery, projection_drift } = snapshot;
  const { covered_buckets, bucket_total } = bucket_coverage;
  return [
    { name: 'Monitors', value: formatCount(summary.monitor_processes) },
    { name: 'Stale', value: formatCount(summary.stale_processes) },
    {
      name: 'Buckets',
      value: `${covered_buckets ?? NOT_READ}/${bucket_total}`,
      ...answerTo('ownership', snapshot),
    },
    { name: 'Due now', value: formatCount(delivery.due_now), ...answerTo('queues', snapshot) },
    { name: 'Oldest due', ...oldestDue(delivery), ...answerTo('queues', snapshot) },
    { name: 'Drift', value: formatCount(projection_drift.count), ...answerTo('drift', snapshot) },
  ];
}

function oldestDue(delivery: FleetSnapshot['delivery']) {
  const ageSec = oldestDueSec(delivery);
  if (ageSec === null) return { value: NOT_READ };
  return ageSec === 'none due' ? { value: 'none' } : { value: '', ageSec };
}
