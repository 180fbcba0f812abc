import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Closed } from 'fleet-core/contract/scalars';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { buildSnapshot, type SnapshotContext } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './encoded-body.ts';
import type { FleetWatch } from './fleet-watch.ts';
import { snapshotJson } from './snapshot-json.ts';

/** A snapshot as a value, for what is judged by it, and as the bytes that are served. */
export type TakenSnapshot = { readonly snapshot: Closed<FleetSnapshot>; readonly body: EncodedBody };

/**
 * Reads the fleet and by what it is to be judged, judges it, adds since when each thing stands, holds the result to the contract, and encodes
 * it. Other requests are answered between the steps, each of which takes milliseconds in a fleet of a thousand
 * processes.
 */
export async function takeSnapshot(
  readFleet: () => Promise<FleetReadings>,
  contextNow: () => Promise<SnapshotContext>,
  watch: FleetWatch,
): Promise<TakenSnapshot> {
  const fleet = readFleet().catch((error: unknown) => {
    watch.missed();
    throw error;
  });
  const [readings, context] = await Promise.all([fleet, contextNow()]);
  const snapshot = watch.seen(buildSnapshot(readings, context, watch.look(readings)));
  await nextTurn();
  return { snapshot, body: encodeBody(await snapshotJson(snapshot)) };
}
