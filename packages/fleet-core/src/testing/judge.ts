import type { ExpectedOwnership, FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { buildSnapshot } from '../snapshot.ts';
import { makeContext } from './make/make-context.ts';
import { makeThresholds } from './make/make-thresholds.ts';

/** The snapshot of these readings at the first look, under other thresholds or another plan where told. */
export function judge(
  readings: FleetReadings,
  thresholds: Partial<Thresholds> = {},
  expected_ownership: ExpectedOwnership | null = null,
): Closed<FleetSnapshot> {
  const context = makeContext({ thresholds: makeThresholds(thresholds) });
  return buildSnapshot(readings, { ...context, display: { ...context.display, expected_ownership } });
}
