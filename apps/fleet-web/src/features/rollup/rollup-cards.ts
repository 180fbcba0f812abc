import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { formatAge } from '../../format/age.ts';
import { type Answer, answerTo } from '../../format/answer-to.ts';
import { countOf, formatCount, NOT_READ } from '../../format/count.ts';
import { failedDeliveries } from '../../format/failed-deliveries.ts';
import { secondsBetween } from '../../format/utc-time.ts';

const MENTIONED_SEC = 10;

/** One number of the fleet, with the answer that it belongs to; without a level the API judges nothing about it. */
export type RollupCard = Answer & {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly href: string;
};

/** The fleet in a few numbers, always in the same places. */
export function rollupCards(snapshot: FleetSnapshot): RollupCard[] {
  const { summary, bucket_coverage, delivery, projection_drift } = snapshot;
  return [
    {
      name: 'Monitors',
      value: formatCount(summary.monitor_processes),
      note: `of ${countOf(snapshot.processes.length, 'process', 'processes')}`,
      href: '#processes',
    },
    {
      name: 'Deliverers',
      value: formatCount(summary.deliverer_processes),
      note: otherTypes(snapshot.process_counts),
      href: '#processes',
    },
    {
      name: 'Stale processes',
      value: formatCount(summary.stale_processes),
      note: `limit ${formatAge(snapshot.settings.heartbeat_grace_sec)}`,
      href: '#processes',
    },
    {
      name: 'Bucket coverage',
      value: `${bucket_coverage.covered_buckets ?? NOT_READ} / ${bucket_coverage.bucket_total}`,
      note: `${bucket_coverage.mode}, ${countOf(bucket_coverage.host_count, 'owner row')}`,
      ...answerTo('ownership', snapshot),
      href: '#buckets',
    },
    {
      name: 'Delivery due',
      value: formatCount(delivery.due_now),
      note: [`${formatCount(delivery.pending)} pending`, ...failedDeliveries(delivery)].join(', '),
      ...answerTo('queues', snapshot),
      href: '#queues',
    },
    {
      name: 'Projection drift',
      value: formatCount(projection_drift.count),
      note: driftNote(snapshot),
      ...answerTo('drift', snapshot),
      href: '#causes',
    },
  ];
}

/** The drift may be read more seldom than the rest; then its own age is said. */
function driftNote({ projection_drift: { error, checked_at }, generated_at }: FleetSnapshot): string {
  if (error !== undefined) return error;
  const earlier = checked_at === null ? 0 : secondsBetween(checked_at, generated_at);
  const when = earlier < MENTIONED_SEC ? '' : `, counted ${formatAge(earlier)} before the rest`;
  return `sites differ from their events${when}`;
}

/** Types beside the two that have their own number, as they call themselves. */
function otherTypes(counts: FleetSnapshot['process_counts']): string {
  const others = Object.entries(counts).filter(([type]) => type !== 'monitor' && type !== 'deliverer');
  return others.length === 0
    ? 'no other process types'
    : others.map(([type, count]) => `${formatCount(count)} ${type}`).join(', ');
}
