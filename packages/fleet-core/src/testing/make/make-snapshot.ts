import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { judge } from '../judge.ts';
import { makeReadings } from './make-readings.ts';

/** The snapshot of the healthy fleet, with other readings or thresholds where told. */
export function makeSnapshot(
  overrides: Partial<FleetReadings> = {},
  thresholds: Partial<Thresholds> = {},
): Closed<FleetSnapshot> {
  return judge(makeReadings(overrides), thresholds);
}
