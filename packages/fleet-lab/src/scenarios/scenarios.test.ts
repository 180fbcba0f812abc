import { expect, test } from 'vitest';
import { FleetStateRows } from '../state/fleet-state.ts';
import { seedExample } from '../state/labelled-states.ts';
import { largeFleet } from './rollout/large.ts';
import { pinnedRollout } from './rollout/pinned-rollout.ts';
import { findScenario, SCENARIOS } from './scenarios.ts';

test('the pinned rollout is the worked example, row for row', () => {
  expect(pinnedRollout.build()).toEqual(seedExample());
});

test('every scenario has a name and description of its own, and its rows are well formed', () => {
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  expect(new Set(SCENARIOS.map(({ description }) => description)).size).toBe(SCENARIOS.length);
  for (const scenario of SCENARIOS) {
    expect(findScenario(scenario.name)).toBe(scenario);
    expect(() => FleetStateRows.parse(scenario.build().rows)).not.toThrow();
  }
});

test('a scenario is the same each time it is built', () => {
  for (const { build } of SCENARIOS) expect(build()).toEqual(build());
});

test.each([400, 2_000])(
  'a large fleet of %i processes has that many, and owns every bucket once',
  (count) => {
    const { rows, bucket_total } = largeFleet(count);
    expect(rows.jetmon_process_health).toHaveLength(count);
    expect(new Set(rows.jetmon_process_health.map((row) => row.process_id)).size).toBe(count);
    let next = 0;
    for (const { bucket_min, bucket_max } of rows.jetmon_hosts) {
      expect(bucket_min).toBe(next);
      expect(bucket_max).toBeGreaterThanOrEqual(bucket_min);
      next = bucket_max + 1;
    }
    expect(next).toBe(bucket_total);
  },
);

test('a large fleet has its share of stale, red and amber processes', () => {
  const processes = largeFleet(400).rows.jetmon_process_health;
  expect(processes.filter((row) => row.updated_at_age > 600).length).toBeGreaterThan(1);
  expect(processes.filter((row) => row.health_status === 'red').length).toBeGreaterThan(1);
  expect(processes.filter((row) => row.health_status === 'amber').length).toBeGreaterThan(1);
  expect(processes.filter((row) => row.health_status === 'green').length).toBeGreaterThan(300);
});
