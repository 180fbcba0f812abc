import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Closed } from 'fleet-core/contract/scalars';
import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import type { OperatorSql } from 'fleet-core/domain/operator-sql';
import { type SnapshotContext, snapshotSteps } from 'fleet-core/snapshot';
import { type EncodedBody, encodeBody } from './bytes/encoded-body.ts';
import type { FleetWatch } from './fleet-watch.ts';

/** A snapshot as a value, for what is judged by it, and as the bytes that are served. */
export type TakenSnapshot = { readonly snapshot: Closed<FleetSnapshot>; readonly body: EncodedBody };

/**
 * Reads the fleet and by what it is to be judged, judges it, adds since when each thing stands, holds the result to the contract, and encodes
 * it. Other requests are answered between the steps, each of which takes milliseconds in a fleet of a thousand
 * processes.
 */
export async function takeSnapshot(
  readFleet: () => Promise<FleetReadings>,
  contextNow: () => Promise<Omit<SnapshotContext, 'operator_sql'>>,
  sqlFor: (schema: DatabaseSchema) => OperatorSql,
  watch: FleetWatch,
  toJson: (snapshot: Closed<FleetSnapshot>) => Promise<Buffer>,
): Promise<TakenSnapshot> {
  const fleet = readFleet().catch((error: unknown) => {
    watch.missed();
    throw error;
  });
  const [readings, context] = await Promise.all([fleet, contextNow()]);
  const inFull = { ...context, operator_sql: sqlFor(readings.schema) };
  const steps = snapshotSteps(readings, inFull, watch.look(readings));
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await nextTurn();
  const snapshot = watch.seen(step.value);
  await nextTurn();
  return { snapshot, body: encodeBody(await toJson(snapshot)) };
}
