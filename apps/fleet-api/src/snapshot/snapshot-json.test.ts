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

it.each([0, 1, 99, 100, 101, 201])(
  'a fleet of %i processes is written as the contract has it, the processes as they are',
  async (count) => {
    const snapshot = fleetOf(count);
    const { processes } = snapshot;
    const written = (await snapshotJson(snapshot)).toString();
    expect(written).toBe(JSON.stringify({ ...FleetSnapshot.parse(snapshot), processes }));
    expect(FleetSnapshot.parse(JSON.parse(written))).toEqual(snapshot);
  },
);

it.each([
  [100, 1],
  [101, 2],
  [1000, 10],
])(
  '%i processes are written in pieces, between which other work goes first %i times',
  async (count, pieces) => {
    const snapshot = fleetOf(count);
    let isWritten = false;
    let turns = 0;
    const others = () => {
      if (isWritten) return;
      turns += 1;
      setImmediate(others);
    };
    setImmediate(others);
    await snapshotJson(snapshot);
    isWritten = true;
    expect(turns).toBe(pieces);
  },
);

it('a breach of the contract beside the processes is never sent', async () => {
  await expect(snapshotJson({ ...fleetOf(1), generated_at: 'today' })).rejects.toThrow(/generated_at/);
});

it('what the contract does not know beside the processes is not written', async () => {
  const snapshot = Object.assign(fleetOf(1), { password: 'x' });
  expect((await snapshotJson(snapshot)).toString()).not.toMatch(/password/);
});
