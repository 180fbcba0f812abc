import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { buildSnapshot, type SnapshotContext } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './encoded-body.ts';
import { type FleetReaderOptions, readFleet } from './fleet-reader.ts';

/** Reads the fleet, judges it, holds the result to the contract, and encodes it. A breach is a fault of ours. */
export async function takeSnapshot(
  reader: FleetReaderOptions,
  context: SnapshotContext,
): Promise<EncodedBody> {
  const snapshot = buildSnapshot(await readFleet(reader), context);
  return encodeBody(JSON.stringify(FleetSnapshot.parse(snapshot)));
}
