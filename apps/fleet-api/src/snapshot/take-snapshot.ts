import { setImmediate as nextTurn } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { buildSnapshot, type SnapshotContext } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './encoded-body.ts';
import type { FleetWatch } from './fleet-watch.ts';

/**
 * Reads the fleet, judges it, adds since when each thing stands, holds the result to the contract, and encodes
 * it. A breach of the contract is a fault of ours. Other requests are answered between the steps, each of which
 * takes milliseconds in a fleet of a thousand processes.
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
  await nextTurn();
  const held = FleetSnapshot.parse(snapshot);
  await nextTurn();
  return encodeBody(JSON.stringify(held));
}
