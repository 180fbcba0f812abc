import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FleetSnapshot } from './contract/fleet-snapshot.ts';
import type { FleetReadings } from './domain/fleet-readings.ts';
import { buildSnapshot } from './snapshot.ts';
import { type ArbitraryFleet, arbitraryFleet } from './testing/arbitrary/arbitrary-readings.ts';
import { holdAlways } from './testing/arbitrary/hold-always.ts';
import { goOn } from './testing/go-on.ts';
import { lastLook } from './testing/look-again.ts';
import { makeContext } from './testing/make/make-context.ts';

const RUNS = { numRuns: 150 };

function snapshotOf({ readings, thresholds }: ArbitraryFleet): FleetSnapshot {
  return buildSnapshot(readings, makeContext({ thresholds }));
}

/** Whatever the fleet, the check passes for its snapshot; with it comes the seed of an order of its rows. */
const always = holdAlways(fc.tuple(arbitraryFleet, fc.nat()), ([fleet]) => snapshotOf(fleet), RUNS.numRuns);

/** The same fleet with its rows in another order, which `seed` decides. */
function shuffled({ readings, thresholds }: ArbitraryFleet, seed: number): ArbitraryFleet {
  const mix = <T>(rows: readonly T[]): T[] =>
    rows
      .map((row, i) => ({ row, place: Math.sin(seed + i * 7919) }))
      .sort((a, b) => a.place - b.place)
      .map(({ row }) => row);
  const { process_health, bucket_owners, site_activity } = readings;
  const mixed: FleetReadings = {
    ...readings,
    process_health: { ...process_health, value: mix(process_health.value) },
    bucket_owners: bucket_owners.ok ? { ...bucket_owners, value: mix(bucket_owners.value) } : bucket_owners,
    site_activity:
      site_activity.ok && site_activity.value !== null
        ? { ...site_activity, value: { ...site_activity.value, buckets: mix(site_activity.value.buckets) } }
        : site_activity,
  };
  return { readings: mixed, thresholds };
}

type Key = (number | string)[];

/** Numbers by size, text by the bytes of its UTF-8. */
function compareKeys(a: Key, b: Key): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    const order =
      typeof part === 'number' && typeof other === 'number'
        ? part - other
        : Buffer.compare(Buffer.from(String(part)), Buffer.from(String(other)));
    if (order !== 0) return order;
  }
  return 0;
}

function place(words: readonly string[], word: string): number {
  return words.includes(word) ? words.indexOf(word) : words.length;
}

/** Each key comes after the one before it, and no two are equal. */
function expectAscending(keys: Key[]): void {
  keys.slice(1).forEach((key, i) => {
    expect(compareKeys(keys[i] ?? [], key), `${keys[i]} before ${key}`).toBeLessThan(0);
  });
}

it('the order of the rows that a read gives changes nothing in the snapshot', () => {
  always((snapshot, [fleet, seed]) => {
    expect(snapshotOf(shuffled(fleet, seed))).toEqual(snapshot);
  });
});

it('nor does the order in which rows were seen at an earlier look', () => {
  fc.assert(
    fc.property(arbitraryFleet, arbitraryFleet, fc.nat(), (before, now, seed) => {
      const later = { ...now, readings: goOn(now.readings, 120_000) };
      const look = (...fleets: ArbitraryFleet[]) =>
        lastLook(
          fleets.map(({ readings }) => readings),
          makeContext({ thresholds: now.thresholds }),
        );
      const { decision, causes, checklist } = look(before, later);
      expect(look(shuffled(before, seed), shuffled(later, seed + 1))).toMatchObject({
        decision,
        causes,
        checklist,
      });
    }),
    // Each takes four looks, and only the memory of the first one is more than what the test above has seen.
    { numRuns: RUNS.numRuns / 2 },
  );
});

it('processes are in order: by urgency, type, host and id, and no two are alike', () => {
  always(({ processes }) => {
    expectAscending(
      processes.map((process) => [
        process.stale ? 0 : 1,
        process.stale ? 0 : place(['red', 'amber'], process.health_status),
        place(['monitor', 'deliverer'], process.process_type),
        process.host_id,
        process.process_id,
      ]),
    );
  });
});

it('dependencies are in order: red, amber, green, then by name, and no name comes twice in one status', () => {
  always(({ dependencies }) => {
    expectAscending(dependencies.map(({ status, name }) => [place(['red', 'amber', 'green'], status), name]));
    expect(new Set(dependencies.map(({ name }) => name)).size).toBe(dependencies.length);
  });
});

it('versions and owners are in order', () => {
  always(({ versions, bucket_coverage, delivery }) => {
    expectAscending(versions.map(({ count, version, process_type }) => [-count, version, process_type]));
    expectAscending(bucket_coverage.hosts.map(({ bucket_min, host_id }) => [bucket_min, host_id]));
    expectAscending(delivery.posture.enabled_hosts.map((host) => [host]));
    expectAscending(delivery.posture.owner_hosts.map((host) => [host]));
    for (const overlap of bucket_coverage.overlaps) expectAscending(overlap.host_ids.map((host) => [host]));
  });
});
