import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { makeProcessHealth } from 'fleet-core/testing/make/make-process-health';
import { makeReading } from 'fleet-core/testing/make/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { expect, it } from 'vitest';
import { createSnapshotJson } from './snapshot-json.ts';

const snapshotJson = (snapshot: FleetSnapshot) => createSnapshotJson()(snapshot);

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
    // Written anew, because a character beyond Latin-1 stands there as an escape.
    expect(JSON.stringify(JSON.parse(written))).toBe(
      JSON.stringify({ ...FleetSnapshot.parse(snapshot), processes }),
    );
    expect(FleetSnapshot.parse(JSON.parse(written))).toEqual(snapshot);
  },
);

/** Lists in the snapshot and in its sections. */
function listsOf(snapshot: object, depth = 2): unknown[][] {
  return Object.values(snapshot).flatMap((value: unknown) => {
    if (Array.isArray(value)) return [value];
    return depth > 1 && typeof value === 'object' && value !== null ? listsOf(value, depth - 1) : [];
  });
}

it.each([100, 101, 1000])(
  'a snapshot of %i processes is written in pieces of at most 100 rows, between which other work goes first',
  async (count) => {
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
    const pieces = listsOf(snapshot).map(({ length }) => Math.max(1, Math.ceil(length / 100)));
    expect(pieces.filter((piece) => piece >= count / 100).length).toBeGreaterThanOrEqual(2);
    expect(turns).toBe(1 + pieces.reduce((sum, piece) => sum + piece - 1, 0));
  },
);

it('a breach of the contract beside the processes is never sent', async () => {
  await expect(snapshotJson({ ...fleetOf(1), generated_at: 'today' })).rejects.toThrow(/generated_at/);
});

it('what the contract does not know beside the processes is not written', async () => {
  const snapshot = Object.assign(fleetOf(1), { password: 'x' });
  expect((await snapshotJson(snapshot)).toString()).not.toMatch(/password/);
});

it('no character beyond Latin-1 is written as itself, and each is read as what it was', async () => {
  const snapshot = fleetOf(1);
  const said = { ...snapshot, decision: { ...snapshot.decision, headline: 'ÿ Ā … 日本 😀 \\u2026' } };
  const written = (await snapshotJson(said)).toString();
  expect(written).not.toMatch(/[\u0100-\uffff]/);
  expect(JSON.parse(written)).toEqual(said);
});
