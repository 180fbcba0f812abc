import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { makeProcessHealth } from 'fleet-core/testing/make-process-health';
import { makeReading } from 'fleet-core/testing/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make-snapshot';
import { expect, it } from 'vitest';
import { snapshotJson } from './snapshot-json.ts';

function fleetOf(count: number): FleetSnapshot {
  const rows = Array.from({ length: count }, (_, i) => makeProcessHealth({ host_id: `jetmon-ü-${i}` }));
  return makeSnapshot({ process_health: makeReading(rows) });
}

it.each([0, 1, 49, 50, 51, 101])(
  'a fleet of %i processes is written as the contract has it, field by field in its order',
  async (count) => {
    const snapshot = fleetOf(count);
    expect((await snapshotJson(snapshot)).toString()).toBe(JSON.stringify(FleetSnapshot.parse(snapshot)));
  },
);

it.each([0, 50, 99])('a breach of the contract in the process at %i is never sent', async (place) => {
  const snapshot = fleetOf(100);
  const processes = snapshot.processes.map((one, i) =>
    i === place ? { ...one, last_heartbeat_age_sec: Number.NaN } : one,
  );
  await expect(snapshotJson({ ...snapshot, processes })).rejects.toThrow(/expected/);
});

it('a breach of the contract beside the processes is never sent', async () => {
  await expect(snapshotJson({ ...fleetOf(1), generated_at: 'today' })).rejects.toThrow(/generated_at/);
});

it('what the contract does not know is not written', async () => {
  const [process] = fleetOf(1).processes;
  const snapshot = { ...fleetOf(1), password: 'x', processes: [{ ...process, secret: 'y' }] };
  expect((await snapshotJson(Object.assign(fleetOf(1), snapshot))).toString()).not.toMatch(/password|secret/);
});
