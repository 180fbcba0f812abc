import fc from 'fast-check';
import { DRIFT_RULES } from '../../contract/projection-drift.ts';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import type { DeliveryQueue } from '../../domain/delivery-queue.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { DriftCount } from '../../domain/projection.ts';
import type { Reading } from '../../domain/reading.ts';
import type { SiteChecks } from '../../domain/site-checks.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { failedReading, makeReading } from '../make/make-reading.ts';
import { makeSchema } from '../make/make-schema.ts';
import { makeThresholds } from '../make/make-thresholds.ts';
import { NOW_MS } from '../make/now.ts';
import { arbitraryInstant, arbitraryName } from './arbitrary-name.ts';
import { arbitraryProcess } from './arbitrary-process.ts';
import { arbitraryJobs, arbitraryLocks, arbitrarySessions } from './arbitrary-rollout.ts';
import { nearlyHealthyReadings } from './nearly-healthy-readings.ts';

/** A random fleet with the settings under which it is judged. */
export type ArbitraryFleet = { readonly readings: FleetReadings; readonly thresholds: Thresholds };

/** Of these a careless operator may set more than what is usual, or 0. */
const CARELESS = {
  bucket_total: fc.constantFrom(1000, 1000, 10, 1, 0, -1),
  heartbeat_grace_sec: fc.constantFrom(600, 600, 0, 1),
  heartbeat_late_sec: fc.constantFrom(90, 30, 0),
};

/** Limits as a careless operator may set them: each of an ordinary dashboard may be 0. */
const arbitraryThresholds: fc.Arbitrary<Thresholds> = fc
  .tuple(fc.subarray(Object.keys(makeThresholds())), fc.record(CARELESS))
  .map(([zeros, careless]) =>
    makeThresholds({ ...Object.fromEntries(zeros.map((limit) => [limit, 0])), ...careless }),
  );

/** An owner whose range may be short or long, upside down, or beyond all totals. */
const arbitraryOwner: fc.Arbitrary<BucketOwnerRow> = fc.record({
  host_id: arbitraryName,
  bucket_min: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 1100 })),
  bucket_max: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 1100 })),
  status: fc.constantFrom('active', 'active', 'active', 'draining', 'odd', ''),
  last_heartbeat_ms: fc.option(arbitraryInstant, { freq: 20 }),
});

/** Owners that share the buckets without gap or overlap, as in a healthy fleet. */
const tilingOwners: fc.Arbitrary<BucketOwnerRow[]> = fc
  .tuple(fc.constantFrom(1, 10, 1000), fc.integer({ min: 1, max: 5 }), arbitraryInstant)
  .map(([total, hosts, last_heartbeat_ms]) =>
    Array.from({ length: Math.min(hosts, total) }, (_, i) => ({
      host_id: `jetmon-${i}`,
      bucket_min: Math.floor((i * total) / Math.min(hosts, total)),
      bucket_max: Math.floor(((i + 1) * total) / Math.min(hosts, total)) - 1,
      status: 'active',
      last_heartbeat_ms,
    })),
  );

const arbitraryCount = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 5_000_000 }));

/** What a delivery table may count up to. */
const arbitraryQueue: fc.Arbitrary<DeliveryQueue> = fc.record({
  due_now: arbitraryCount,
  future_retry: arbitraryCount,
  delivered_since: arbitraryCount,
  abandoned_since: arbitraryCount,
  failed_since: arbitraryCount,
  oldest_pending_ms: fc.option(arbitraryInstant),
  oldest_due_ms: fc.option(arbitraryInstant),
  latest_next_attempt_ms: fc.option(arbitraryInstant),
});

/** A read of it, which fails now and then. */
function readingOf<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> {
  return fc.oneof(
    { weight: 5, arbitrary: arbitrary.map((value) => makeReading(value)) },
    { weight: 1, arbitrary: fc.constant(failedReading()) },
  );
}

/** Some buckets with sites, checked lately, long ago or never. */
const arbitrarySiteChecks: fc.Arbitrary<SiteChecks> = fc.record({
  buckets: fc.uniqueArray(
    fc.record({
      bucket_no: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 1100 })),
      newest_check_ms: fc.option(arbitraryInstant),
      shortest_interval_min: fc.constantFrom(null, 5, 30),
    }),
    { selector: (bucket) => bucket.bucket_no, maxLength: 12 },
  ),
  sites_outside: fc.constantFrom(0, 0, 1, 5000),
});

const arbitraryDrift: fc.Arbitrary<DriftCount> = fc.record({
  rule: fc.constantFrom(...DRIFT_RULES),
  count: fc.constantFrom(0, 0, 1, 250_000),
});

/** Odd, broken and empty fleets, with failed reads. Ids are unique, as the tables hold them. */
const oddFleet: fc.Arbitrary<ArbitraryFleet> = fc
  .record({
    thresholds: arbitraryThresholds,
    process_health: fc.uniqueArray(arbitraryProcess, {
      selector: (row) => row.reported.process_id,
      maxLength: 8,
    }),
    bucket_owners: readingOf(
      fc.oneof(
        tilingOwners,
        fc.uniqueArray(arbitraryOwner, { selector: (row) => row.host_id, maxLength: 8 }),
      ),
    ),
    webhook_deliveries: readingOf(arbitraryQueue),
    alert_deliveries: readingOf(arbitraryQueue),
    projection_drift: readingOf(arbitraryDrift),
    site_activity: readingOf(fc.option(arbitrarySiteChecks)),
    rollout: fc.option(
      fc.record({
        rollout_locks: readingOf(arbitraryLocks),
        rollout_sessions: readingOf(arbitrarySessions),
        rollout_jobs: readingOf(arbitraryJobs),
      }),
      { nil: {} },
    ),
  })
  .map(({ thresholds, process_health, projection_drift, site_activity, rollout, ...readings }) => ({
    thresholds,
    readings: {
      ...readings,
      ...rollout,
      now_ms: NOW_MS,
      schema: makeSchema(),
      process_health: makeReading(process_health),
      // Without a bucket total there is nothing to count.
      projection_drift: thresholds.bucket_total > 0 ? projection_drift : makeReading(null),
      site_activity: thresholds.bucket_total > 0 ? within(site_activity, thresholds) : makeReading(null),
    },
  }));

/** Only buckets within the total are asked for. */
function within(
  reading: Reading<SiteChecks | null>,
  { bucket_total }: Thresholds,
): Reading<SiteChecks | null> {
  if (!reading.ok || reading.value === null) return reading;
  const buckets = reading.value.buckets.filter(({ bucket_no }) => bucket_no < bucket_total);
  return makeReading({ ...reading.value, buckets });
}

const nearlyHealthyFleet: fc.Arbitrary<ArbitraryFleet> = nearlyHealthyReadings.map((readings) => ({
  readings,
  thresholds: makeThresholds(),
}));

/** Fleets of every kind; random ones alone would hardly ever be healthy. */
export const arbitraryFleet: fc.Arbitrary<ArbitraryFleet> = fc.oneof(
  { weight: 3, arbitrary: oddFleet },
  { weight: 1, arbitrary: nearlyHealthyFleet },
);
