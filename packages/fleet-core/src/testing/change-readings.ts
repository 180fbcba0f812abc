import type { BucketOwnerRow } from '../domain/bucket-owner.ts';
import type { DeliveryQueue } from '../domain/delivery-queue.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { BucketActivity, SiteChecks } from '../domain/site-checks.ts';
import { makeDeliveryQueue } from './make/make-delivery-queue.ts';
import { makeDrift } from './make/make-drift.ts';
import { makeProcessHealth, type ProcessRow } from './make/make-process-health.ts';
import { makeReading } from './make/make-reading.ts';

/** One thing done to a fleet, as an UPDATE or a DELETE does it. */
export type Change = (readings: FleetReadings) => FleetReadings;

type Columns<Row> = Partial<Row> | ((row: Row) => Partial<Row>);

function setIn<Row>(rows: readonly Row[], columns: Columns<Row>, where: (row: Row) => boolean): Row[] {
  const newOf = (row: Row) => (typeof columns === 'function' ? columns(row) : columns);
  return rows.map((row) => (where(row) ? { ...row, ...newOf(row) } : row));
}

/** Sets columns of the processes that match. */
export function setProcesses(
  columns: Columns<ProcessRow>,
  where: (row: ProcessRow) => boolean = () => true,
): Change {
  return (readings) => ({
    ...readings,
    process_health: makeReading(setIn(processRows(readings), columns, where).map(makeProcessHealth)),
  });
}

/** Deletes the processes that match. */
export function deleteProcesses(where: (row: ProcessRow) => boolean): Change {
  return (readings) => ({
    ...readings,
    process_health: makeReading(
      processRows(readings)
        .filter((row) => !where(row))
        .map(makeProcessHealth),
    ),
  });
}

function processRows({ process_health }: FleetReadings): ProcessRow[] {
  return process_health.value.map(({ reported, ...row }) => ({ ...reported, ...row }));
}

/** Sets columns of the owner rows that match. */
export function setOwners(
  columns: Columns<BucketOwnerRow>,
  where: (row: BucketOwnerRow) => boolean = () => true,
): Change {
  return (readings) => ({
    ...readings,
    bucket_owners: makeReading(setIn(ownersOf(readings), columns, where)),
  });
}

/** Deletes the owner rows that match. */
export function deleteOwners(where: (row: BucketOwnerRow) => boolean): Change {
  return (readings) => ({
    ...readings,
    bucket_owners: makeReading(ownersOf(readings).filter((row) => !where(row))),
  });
}

function ownersOf({ bucket_owners }: FleetReadings): readonly BucketOwnerRow[] {
  return bucket_owners.ok ? bucket_owners.value : [];
}

/** Sets what was counted of webhooks. */
export function setWebhooks(counts: Partial<DeliveryQueue>): Change {
  return (readings) => ({ ...readings, webhook_deliveries: makeReading(makeDeliveryQueue(counts)) });
}

/** Sets the checks of every bucket that matches. */
export function setChecks(
  columns: Partial<BucketActivity>,
  where: (bucket: BucketActivity) => boolean = () => true,
): Change {
  return changeSites((sites) => ({ ...sites, buckets: setIn(sites.buckets, columns, where) }));
}

/** Changes what was read of the sites. */
export function changeSites(change: (sites: SiteChecks) => SiteChecks): Change {
  return (readings) => {
    const { site_activity: reading } = readings;
    if (!reading.ok || reading.value === null) return readings;
    return { ...readings, site_activity: makeReading(change(reading.value)) };
  };
}

/** The fleet after all that was done to it, in order. */
export function after(readings: FleetReadings, ...changes: readonly Change[]): FleetReadings {
  return changes.reduce((changed, change) => change(changed), readings);
}

/** A row of this host. */
export function on(host: string): (row: { readonly host_id: string }) => boolean {
  return ({ host_id }) => host_id === host;
}

/** A process of type monitor. */
export function isMonitor({ process_type }: ProcessRow): boolean {
  return process_type === 'monitor';
}

/** Sets how many sites differ from their events. */
export function setDrift(count: number): Change {
  return (readings) => ({ ...readings, projection_drift: makeReading(makeDrift(count)) });
}

/** Puts these readings in the place of the fleet's own. */
export function setReadings(readings: Partial<FleetReadings>): Change {
  return (before) => ({ ...before, ...readings });
}
