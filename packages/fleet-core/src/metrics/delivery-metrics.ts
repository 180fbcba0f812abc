import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import { gauge, gauges } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';

/** Both outbound queues, each by itself; nothing of one that could not be read. */
export function deliveryMetrics({ delivery, settings }: Closed<FleetSnapshot>): MetricFamily[] {
  const { tables } = delivery;
  const window_seconds = String(settings.recent_window_sec);
  return [
    gauges(
      'fleet_deliveries',
      'Deliveries that wait, by queue: pending are all of them, due those whose time has come, future_retry the others.',
      tables.flatMap(({ kind: queue, pending, due_now, future_retry }) => [
        { labels: { queue, state: 'pending' }, value: pending },
        { labels: { queue, state: 'due' }, value: due_now },
        { labels: { queue, state: 'future_retry' }, value: future_retry },
      ]),
    ),
    gauges(
      'fleet_deliveries_recent',
      'Deliveries that ended within the window before the snapshot (label window_seconds). Windows overlap: not to be added up over time.',
      tables.flatMap(({ kind: queue, delivered_since, failed_since, abandoned_since }) => [
        { labels: { queue, outcome: 'delivered', window_seconds }, value: delivered_since },
        { labels: { queue, outcome: 'failed', window_seconds }, value: failed_since },
        { labels: { queue, outcome: 'abandoned', window_seconds }, value: abandoned_since },
      ]),
    ),
    gauges(
      'fleet_delivery_oldest_age_seconds',
      'Age of the oldest delivery that waits, by queue; none where none waits.',
      tables.flatMap(({ kind: queue, oldest_pending_age_sec, oldest_due_age_sec, pending, due_now }) => [
        { labels: { queue, state: 'pending' }, value: pending === 0 ? null : oldest_pending_age_sec },
        { labels: { queue, state: 'due' }, value: due_now === 0 ? null : oldest_due_age_sec },
      ]),
    ),
    gauge(
      'fleet_delivery_workers',
      'Processes whose delivery workers are enabled.',
      delivery.posture.enabled_process_count,
    ),
  ];
}
