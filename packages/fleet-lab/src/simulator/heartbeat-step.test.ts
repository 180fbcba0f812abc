import { expect, test } from 'vitest';
import { ownerInFuture } from '../scenarios/ownership/owner-in-future.ts';
import { heartbeatsLate } from '../scenarios/processes/heartbeats-late.ts';
import { staleHost } from '../scenarios/processes/stale-host.ts';
import { pinnedRollout } from '../scenarios/rollout/pinned-rollout.ts';
import { heartbeatsAt } from './heartbeat-step.ts';
import { seededRandom } from './seeded-random.ts';

const random = seededRandom(1);
const TICKS = Array.from({ length: 40 }, (_, index) => index + 1);

test('a live process is never older than ten seconds', () => {
  const { rows } = pinnedRollout.build();
  const ages = new Map(rows.jetmon_process_health.map((row) => [row.process_id, row.updated_at_age]));
  for (const tick of TICKS) {
    for (const [id, ageSec] of ages) ages.set(id, ageSec + 1);
    for (const row of heartbeatsAt(rows, tick, random).processes)
      ages.set(row.process_id, row.updated_at_age);
    expect(Math.max(...ages.values())).toBeLessThan(10);
  }
});

test('what is silent stays silent, as a process and as an owner', () => {
  const { rows } = staleHost.build();
  for (const tick of TICKS) {
    const { processes, owners } = heartbeatsAt(rows, tick, random);
    expect(processes.map((row) => row.host_id)).not.toContain('jetmon-b');
    expect(owners.map((row) => row.host_id)).not.toContain('jetmon-b');
  }
});

test('what is late stays as late as it was, as a process and as an owner', () => {
  const { rows } = heartbeatsLate.build();
  for (const tick of TICKS) {
    const { processes, owners } = heartbeatsAt(rows, tick, random);
    for (const { process_id, updated_at_age } of processes) {
      expect(updated_at_age).toBe(
        rows.jetmon_process_health.find((row) => row.process_id === process_id)?.updated_at_age,
      );
    }
    for (const { host_id, last_heartbeat_age } of owners) {
      expect(last_heartbeat_age).toBe(
        rows.jetmon_hosts.find((row) => row.host_id === host_id)?.last_heartbeat_age,
      );
    }
  }
  const beats = TICKS.flatMap((tick) => heartbeatsAt(rows, tick, random).processes);
  expect(new Set(beats.map((row) => row.process_id)).size).toBe(rows.jetmon_process_health.length);
});

test('what lies far ahead stays as it is', () => {
  const { rows } = ownerInFuture.build();
  const beats = TICKS.flatMap((tick) => heartbeatsAt(rows, tick, random).owners);
  expect(beats.map((row) => row.host_id)).not.toContain('jetmon-d');
});

test('a stopped process reports no more', () => {
  const { rows } = pinnedRollout.build();
  const stopped = rows.jetmon_process_health.map((row) => ({ ...row, state: 'stopped' }));
  for (const tick of TICKS) {
    expect(heartbeatsAt({ ...rows, jetmon_process_health: stopped }, tick, random).processes).toEqual([]);
  }
});

test('a heartbeat moves how busy a process is by at most 15 % and never its health or buckets', () => {
  const { rows } = pinnedRollout.build();
  for (const tick of TICKS) {
    for (const beat of heartbeatsAt(rows, tick, random).processes) {
      const before = rows.jetmon_process_health.find((row) => row.process_id === beat.process_id);
      if (!before) throw new Error(`${beat.process_id} is not in the state`);
      const checks = before.active_checks ?? 0;
      expect(Math.abs((beat.active_checks ?? 0) - checks)).toBeLessThanOrEqual(Math.ceil(checks * 0.15));
      const { health_status, bucket_min, bucket_max, bucket_ownership, state } = before;
      expect(beat).toMatchObject({ health_status, bucket_min, bucket_max, bucket_ownership, state });
    }
  }
});
