import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { buildSnapshot, type SnapshotContext } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './encoded-body.ts';
import type { FleetWatch } from './fleet-watch.ts';

/**
 * Reads the fleet, judges it, adds since when each thing stands, holds the result to the contract, and encodes
 * it. A breach of the contract is a fault of ours.
 */
export async function takeSnapshot(
  readFleet: () => Promise<FleetReadings>,
  context: SnapshotContext,
  watch: FleetWatch,
): Promise<EncodedBody> {
  const readings = await readFleet().catch((error: unknown) => {
    watch.missed();
    throw error;
  });
  const snapshot = watch.seen(buildSnapshot(readings, context));
  return encodeBody(JSON.stringify(FleetSnapshot.parse(snapshot)));
}
