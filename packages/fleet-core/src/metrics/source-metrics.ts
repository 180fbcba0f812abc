import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import { gauges } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';

/** The reads behind the snapshot. */
export function sourceMetrics({ sources }: Closed<FleetSnapshot>): MetricFamily[] {
  return [
    gauges(
      'fleet_source_up',
      '1 where this part of the snapshot could be read, else 0.',
      sources.map(({ name, ok }) => ({ labels: { source: name }, value: ok ? 1 : 0 })),
    ),
    gauges(
      'fleet_source_duration_seconds',
      'How long this part of the snapshot took to be read, or to fail.',
      sources.map(({ name, duration_ms }) => ({ labels: { source: name }, value: duration_ms / 1000 })),
    ),
  ];
}
