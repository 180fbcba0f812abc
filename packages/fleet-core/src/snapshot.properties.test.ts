import { describe, expect, it } from 'vitest';
import type { Delivery } from './contract/delivery.ts';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import type { Closed } from './contract/scalars.ts';
import { buildSnapshot } from './snapshot.ts';
import { type ArbitraryFleet, arbitraryFleet } from './testing/arbitrary/arbitrary-readings.ts';
import { holdAlways } from './testing/arbitrary/hold-always.ts';
import { makeContext } from './testing/make/make-context.ts';
import { originalIssues } from './testing/original-issues.ts';

/** Whatever the fleet, its snapshot is such that the check passes. */
const always = holdAlways<ArbitraryFleet, Closed<FleetSnapshot>>(
  arbitraryFleet,
  ({ readings, thresholds }) => buildSnapshot(readings, makeContext({ thresholds })),
  300,
);

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}

describe('whatever the fleet', () => {
  it('its snapshot is one that the schema accepts, and the schema leaves nothing out', () => {
    always((snapshot) => expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot));
  });

  it('every process counts as red, amber or green, and once by its type and version', () => {
    always(({ summary, processes, process_counts, versions }) => {
      const { red_processes, amber_processes, green_processes, stale_processes } = summary;
      expect(red_processes + amber_processes + green_processes).toBe(processes.length);
      expect(stale_processes).toBe(processes.filter((process) => process.stale).length);
      expect(stale_processes).toBeLessThanOrEqual(red_processes);
      expect(sum(Object.values(process_counts))).toBe(processes.length);
      expect(sum(versions.map((version) => version.count))).toBe(processes.length);
      expect(summary.monitor_processes).toBe(process_counts.monitor ?? 0);
      expect(summary.deliverer_processes).toBe(process_counts.deliverer ?? 0);
    });
  });

  it('every dependency entry counts once', () => {
    always(({ dependencies, processes }) => {
      const counted = dependencies.map((one) => one.red_count + one.amber_count + one.green_count);
      expect(sum(counted)).toBe(sum(processes.map((process) => process.dependency_health.length)));
      const stale = processes.filter((process) => process.stale);
      expect(sum(dependencies.map((one) => one.stale_count))).toBe(
        sum(stale.map((process) => process.dependency_health.length)),
      );
    });
  });

  it('delivery counts are the sums of its tables and ages their maximum, over the tables that were read', () => {
    const counts = [
      'pending',
      'due_now',
      'future_retry',
      'delivered_since',
      'abandoned_since',
      'failed_since',
    ];
    const ages = ['oldest_pending_age_sec', 'oldest_due_age_sec'];
    const isNumber = (field: string) => counts.includes(field) || ages.includes(field);
    always(({ delivery }) => {
      const read = delivery.tables.filter((table) => table.error === undefined);
      const numbersOf = (of: Partial<Delivery>) => Object.entries(of).filter(([field]) => isNumber(field));
      expect(numbersOf(delivery)).toHaveLength(counts.length + ages.length);
      for (const [field, value] of numbersOf(delivery)) {
        const values = read.map((table) => Number(Reflect.get(table, field)));
        const joined = counts.includes(field) ? sum(values) : Math.max(...values);
        expect([field, value]).toEqual([field, read.length === 0 ? null : joined]);
      }
      for (const table of read) expect(table.pending).toBe((table.due_now ?? 0) + (table.future_retry ?? 0));
    });
  });

  it('a bucket is covered, in a gap or with v1, and gaps and overlaps are in order and apart', () => {
    always(({ bucket_coverage }, { readings, thresholds }) => {
      const { covered_buckets, gaps, overlaps, remains_with_v1: rest } = bucket_coverage;
      for (const ranges of [gaps, overlaps, rest]) {
        const bounds = ranges.flatMap(({ min, max }) => [min, max + 0.5]);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
      }
      if (!readings.bucket_owners.ok || readings.rollout_locks?.ok === false) return;
      // Whoever owns by a table that is not seen may hold anything.
      if (readings.rollout_locks === undefined && bucket_coverage.code === 'query_failed') return;
      if (bucket_coverage.mode !== 'api_controlled') expect(rest).toEqual([]);
      const missing = sum([...gaps, ...rest].map(({ min, max }) => max - min + 1));
      expect((covered_buckets ?? -1) + missing).toBe(Math.max(0, thresholds.bucket_total));
      const inGap = (bucket: number) =>
        [...gaps, ...rest].some(({ min, max }) => min <= bucket && bucket <= max);
      for (const overlap of overlaps) expect(inGap(overlap.min) || inGap(overlap.max)).toBe(false);
    });
  });

  it('coverage is green only when every bucket is owned exactly once by active, fresh hosts', () => {
    always(({ bucket_coverage: { status, gaps, overlaps, hosts, bucket_total, covered_buckets } }) => {
      if (status !== 'green') return;
      expect([gaps, overlaps]).toEqual([[], []]);
      expect(covered_buckets).toBe(bucket_total);
      expect(hosts.filter((host) => host.stale || host.status !== 'active')).toEqual([]);
    });
  });

  it("the status is the worst severity among the original's issues", () => {
    always((snapshot) => {
      const issues = originalIssues(snapshot);
      const worst = ['red', 'amber'].find((level) => issues.some((issue) => issue.severity === level));
      expect(snapshot.summary.status).toBe(worst ?? 'green');
    });
  });

  it('red issues come before amber ones, and there are no others', () => {
    always(({ summary: { issue_details } }) => {
      const severities = issue_details.map((issue) => issue.severity);
      expect(severities).toEqual(severities.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      expect(severities.filter((severity) => severity !== 'red' && severity !== 'amber')).toEqual([]);
    });
  });

  it('issues are the messages of the details, and none is empty', () => {
    always(({ summary: { issues, issue_details } }) => {
      expect(issues).toEqual(issue_details.map((issue) => issue.message));
      expect(issues.filter((text) => text.trim() === '')).toEqual([]);
    });
  });

  it('every section that is not green is an issue of its status, and none that is green', () => {
    always(({ summary, bucket_coverage, projection_drift, delivery }) => {
      const sections = {
        bucket_coverage: bucket_coverage.status,
        projection_drift: projection_drift.status,
        delivery_queues: delivery.status,
        delivery_posture: delivery.posture.status,
      };
      const expected = Object.entries(sections).filter(([, status]) => status !== 'green');
      const found = summary.issue_details
        .filter((issue) => issue.code in sections)
        .map((issue) => [issue.code, issue.severity]);
      expect(found.toSorted()).toEqual(expected.toSorted());
    });
  });

  it('the next action is to continue if, and only if, the original finds no issue', () => {
    always((snapshot) => {
      const { summary } = snapshot;
      expect(summary.suggested_next_action_code === 'continue').toBe(originalIssues(snapshot).length === 0);
      expect(summary.suggested_next_action).not.toBe('');
    });
  });
});

describe('a read that failed', () => {
  it('never makes a section green, and never makes a number zero', () => {
    always(({ bucket_coverage, projection_drift, delivery, summary }, { readings }) => {
      if (!readings.bucket_owners.ok) {
        expect(bucket_coverage).toMatchObject({ status: 'red', host_count: null, covered_buckets: null });
      }
      if (!readings.projection_drift.ok) {
        expect(projection_drift).toMatchObject({ status: 'red', count: null, checked_at: null });
      }
      const deliveries = [readings.webhook_deliveries, readings.alert_deliveries];
      deliveries.forEach((reading, i) => {
        if (reading.ok) return;
        const { kind, error, ...numbers } = delivery.tables[i] ?? {};
        expect([delivery.status, kind, typeof error]).toEqual(['red', ['webhook', 'alert'][i], 'string']);
        expect(new Set(Object.values(numbers))).toEqual(new Set([null]));
      });
      const failed = [readings.bucket_owners, readings.projection_drift, ...deliveries].some(({ ok }) => !ok);
      if (failed) expect(summary.status).toBe('red');
    });
  });

  it('is told as such among the sources', () => {
    always(({ sources }, { readings }) => {
      expect(sources.map(({ name, ok, read_at }) => [name, ok, read_at !== null])).toEqual(
        (
          [
            'process_health',
            'bucket_owners',
            'webhook_deliveries',
            'alert_deliveries',
            'projection_drift',
            'site_activity',
            'rollout_locks',
            'rollout_sessions',
            'rollout_jobs',
          ] as const
        ).flatMap((name) => {
          const reading = readings[name];
          return reading === undefined ? [] : [[name, reading.ok, reading.ok]];
        }),
      );
    });
  });
});
