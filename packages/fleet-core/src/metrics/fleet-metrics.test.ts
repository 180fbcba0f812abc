import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { describe, expect, it } from 'vitest';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { ISSUE_CODES } from '../contract/issue.ts';
import type { Closed } from '../contract/scalars.ts';
import { judge } from '../testing/judge.ts';
import { makeSnapshot } from '../testing/make/make-snapshot.ts';
import { NOW_MS } from '../testing/make/now.ts';
import { readingsOfState } from '../testing/states/readings-of-state.ts';
import { fleetMetrics } from './fleet-metrics.ts';
import type { Labels, MetricFamily } from './metric-family.ts';

const served_by = { host: 'h', version: '1', build_id: 'b' };
const UNREAD = { ok: false, duration_ms: 1 } as const;

function tell(snapshot: Closed<FleetSnapshot> | null): MetricFamily[] {
  return fleetMetrics({ snapshot, ageSec: 2.5, served_by });
}

/** The numbers of one metric, by the values of its labels. */
function numbers(snapshot: Closed<FleetSnapshot>, name: string): Record<string, number> {
  const samples = tell(snapshot).find((family) => family.name === name)?.samples ?? [];
  return Object.fromEntries(samples.map(({ labels, value }) => [Object.values(labels).join(' '), value]));
}

const countSeries = (families: readonly MetricFamily[]) =>
  families.reduce((sum, { samples }) => sum + samples.length, 0);

describe('what is not known is left out', () => {
  it('without a present snapshot there is nothing of the fleet, only that it is not seen', () => {
    const told = tell(null).flatMap(({ name, samples }) => samples.map(({ value }) => [name, value]));
    expect(told).toEqual([
      ['fleet_snapshot_up', 0],
      ['fleet_snapshot_age_seconds', 2.5],
      ['fleet_build_info', 1],
    ]);
  });

  it('before the first snapshot there is no age', () => {
    const families = fleetMetrics({ snapshot: null, ageSec: null, served_by });
    expect(families.find(({ name }) => name === 'fleet_snapshot_age_seconds')?.samples).toEqual([]);
  });

  it('a queue that could not be read has no numbers, and the other has its own', () => {
    const snapshot = makeSnapshot({ alert_deliveries: UNREAD });
    expect(Object.keys(numbers(snapshot, 'fleet_deliveries'))).toEqual([
      'webhook pending',
      'webhook due',
      'webhook future_retry',
    ]);
    expect(numbers(snapshot, 'fleet_deliveries_recent')).not.toHaveProperty('alert failed 900');
    expect(numbers(snapshot, 'fleet_source_up')).toMatchObject({
      webhook_deliveries: 1,
      alert_deliveries: 0,
    });
  });

  it('drift that could not be counted has neither number nor age', () => {
    const snapshot = makeSnapshot({ projection_drift: UNREAD });
    expect(numbers(snapshot, 'fleet_projection_drift')).toEqual({});
    expect(numbers(snapshot, 'fleet_projection_drift_age_seconds')).toEqual({});
    expect(numbers(makeSnapshot(), 'fleet_projection_drift')).toEqual({ pairs: 0 });
  });

  it('ownership that could not be read has neither coverage nor gaps', () => {
    const snapshot = makeSnapshot({ bucket_owners: UNREAD });
    for (const name of [
      'fleet_buckets_covered',
      'fleet_bucket_gaps',
      'fleet_buckets_in_gaps',
      'fleet_bucket_overlaps',
    ])
      expect(numbers(snapshot, name), name).toEqual({});
    expect(numbers(makeSnapshot(), 'fleet_bucket_gaps')).toEqual({ '': 0 });
  });

  it('sites that could not be looked at have no number', () => {
    const snapshot = makeSnapshot({ site_activity: UNREAD });
    for (const name of [
      'fleet_buckets_unchecked',
      'fleet_sites_outside_buckets',
      'fleet_site_activity_age_seconds',
    ])
      expect(numbers(snapshot, name), name).toEqual({});
  });

  it('where nothing waits there is no oldest', () => {
    expect(numbers(makeSnapshot(), 'fleet_delivery_oldest_age_seconds')).toEqual({});
  });
});

describe('the numbers are those of the snapshot', () => {
  it.each(SCENARIOS)('$name', ({ build }) => {
    const state = build();
    const snapshot = judge(readingsOfState(state, NOW_MS), { bucket_total: state.bucket_total });
    const { decision, summary, checklist, bucket_coverage } = snapshot;
    expect(numbers(snapshot, 'fleet_decision')[decision.code]).toBe(1);
    expect(numbers(snapshot, 'fleet_status')[summary.status]).toBe(1);
    for (const { code, status } of checklist)
      expect(numbers(snapshot, 'fleet_section_status')[`${code} ${status}`], code).toBe(1);
    expect(numbers(snapshot, 'fleet_buckets_covered')).toEqual(
      bucket_coverage.covered_buckets === null ? {} : { '': bucket_coverage.covered_buckets },
    );
    const sum = (name: string) => Object.values(numbers(snapshot, name)).reduce((a, b) => a + b, 0);
    expect(sum('fleet_decision')).toBe(1);
    expect(sum('fleet_status')).toBe(1);
    expect(sum('fleet_section_status')).toBe(checklist.length);
    expect(sum('fleet_ownership_mode')).toBe(1);
    expect(sum('fleet_processes') + sum('fleet_processes_retired')).toBe(snapshot.processes.length);
    expect(sum('fleet_issues') + sum('fleet_issues_muted')).toBe(summary.issue_details.length);
  });

  it('muted issues are counted apart', () => {
    const snapshot = makeSnapshot();
    const issue = { code: 'process_stale', severity: 'red', subject: 'a', message: 'm' } as const;
    const muted = { by: 'anna', reason: 'r', until: '2026-04-30T15:00:00Z' };
    const issue_details = [issue, issue, { ...issue, muted }];
    const told = { ...snapshot, summary: { ...snapshot.summary, issue_details } };
    expect(numbers(told, 'fleet_issues')).toEqual({ 'process_stale red': 2 });
    expect(numbers(told, 'fleet_issues_muted')).toEqual({ 'process_stale red': 1 });
  });

  it('a process of no known type, or of no known health, is counted all the same', () => {
    const snapshot = makeSnapshot();
    const [first] = snapshot.processes;
    const processes = first ? [{ ...first, process_type: 'sorter', health_status: 'mauve' }] : [];
    expect(numbers({ ...snapshot, processes }, 'fleet_processes')['other amber']).toBe(1);
  });
});

describe('how many there are', () => {
  const of = (processCount: number) =>
    judge(readingsOfState(largeFleet(processCount), NOW_MS), { bucket_total: 2 * processCount });
  /** As the docs name it. */
  const MOST_SERIES = 320;

  it('does not grow with the fleet but by issue codes', () => {
    const withoutIssues = (processCount: number) =>
      countSeries(tell(of(processCount)).filter(({ name }) => name !== 'fleet_issues'));
    expect(withoutIssues(2000)).toBe(withoutIssues(200));
  });

  it('is bounded with 2,000 processes and every issue there can be', () => {
    const snapshot = of(2000);
    const muted = { by: 'anna', reason: 'r', until: '2026-04-30T15:00:00Z' };
    const issue_details = ISSUE_CODES.flatMap((code) =>
      (['amber', 'red'] as const).flatMap((severity) => {
        const issue = { code, severity, subject: 's', message: 'm' };
        return [issue, { ...issue, muted }];
      }),
    );
    const worst = { ...snapshot, summary: { ...snapshot.summary, issue_details } };
    expect(countSeries(tell(worst))).toBeLessThanOrEqual(MOST_SERIES);
  });

  it('no label names a process or a host', () => {
    const snapshot = of(200);
    const ids = new Set(snapshot.processes.flatMap(({ process_id, host_id }) => [process_id, host_id]));
    const values = (labels: Labels) => Object.values(labels);
    const told = tell(snapshot).flatMap(({ samples }) => samples.flatMap(({ labels }) => values(labels)));
    expect(told.filter((value) => ids.has(value))).toEqual([]);
  });
});
