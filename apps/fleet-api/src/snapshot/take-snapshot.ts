import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { buildSnapshot, type SnapshotContext } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './encoded-body.ts';

/** Reads the fleet, judges it, holds the result to the contract, and encodes it. A breach is a fault of ours. */
export async function takeSnapshot(
  readFleet: () => Promise<FleetReadings>,
  context: SnapshotContext,
): Promise<EncodedBody> {
  const snapshot = buildSnapshot(await readFleet(), context);
  return encodeBody(JSON.stringify(FleetSnapshot.parse(snapshot)));
}
