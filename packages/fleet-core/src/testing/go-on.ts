import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { Reading } from '../domain/reading.ts';

/** The same fleet `ms` later, in which everybody has gone on: heartbeats, checks and readings are as old as before. */
export function goOn(readings: FleetReadings, ms: number): FleetReadings {
  const {
    process_health,
    bucket_owners,
    webhook_deliveries,
    alert_deliveries,
    projection_drift,
    site_activity,
  } = readings;
  return {
    now_ms: readings.now_ms + ms,
    schema: readings.schema,
    process_health: {
      ...process_health,
      read_at_ms: process_health.read_at_ms + ms,
      value: process_health.value.map((row) => ({
        ...row,
        updated_at_ms: row.updated_at_ms === null ? null : row.updated_at_ms + ms,
      })),
    },
    bucket_owners: later(bucket_owners, ms, (rows) =>
      rows.map((row) => ({
        ...row,
        last_heartbeat_ms: row.last_heartbeat_ms === null ? null : row.last_heartbeat_ms + ms,
      })),
    ),
    webhook_deliveries: later(webhook_deliveries, ms, (queue) => queue),
    alert_deliveries: later(alert_deliveries, ms, (queue) => queue),
    projection_drift: later(projection_drift, ms, (count) => count),
    site_activity: later(site_activity, ms, (sites) =>
      sites === null
        ? null
        : {
            ...sites,
            buckets: sites.buckets.map((bucket) => ({
              ...bucket,
              newest_check_ms: bucket.newest_check_ms === null ? null : bucket.newest_check_ms + ms,
            })),
          },
    ),
  };
}

function later<T>(reading: Reading<T>, ms: number, move: (value: T) => T): Reading<T> {
  return reading.ok
    ? { ...reading, read_at_ms: reading.read_at_ms + ms, value: move(reading.value) }
    : reading;
}
