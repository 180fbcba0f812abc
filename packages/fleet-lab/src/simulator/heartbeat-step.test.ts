import { expect, test } from 'vitest';
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
      expect(Math.abs(beat.active_checks - before.active_checks)).toBeLessThanOrEqual(
        Math.ceil(before.active_checks * 0.15),
      );
      const { health_status, bucket_min, bucket_max, bucket_ownership, state } = before;
      expect(beat).toMatchObject({ health_status, bucket_min, bucket_max, bucket_ownership, state });
    }
  }
});
