import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Process } from 'fleet-core/contract/process';
import { Instant } from 'fleet-core/contract/scalars';
import { expect, it, vi } from 'vitest';
import { makeProcess } from '../testing/make-process.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { inPlaceReader } from './read-in-place.ts';

const process = makeProcess({
  dependency_health: [{ name: 'mysql', status: 'red', latency_ms: 1.5, last_error: 'gone', checked_at: '' }],
  retired: true,
});
const snapshot = snapshotWith({ processes: [process] });

it('gives back a snapshot that needs no change itself, without asking the schema of its processes and times', () => {
  const asked = [Process, Instant].map((schema) => vi.spyOn(schema._zod, 'run'));
  expect(inPlaceReader(FleetSnapshot)(snapshot).data).toBe(snapshot);
  for (const schema of asked) expect(schema).not.toHaveBeenCalled();
});

it('keeps the fields that the schema does not know', () => {
  const newer = { ...process, weather: 'fine' };
  expect(inPlaceReader(Process)(newer).data).toBe(newer);
});

it('says of rows of other fields than the one before, or in another order, what the schema says', () => {
  const read = inPlaceReader(FleetSnapshot);
  const names = Object.keys(process);
  const others = [
    ...names.map((left) => Object.fromEntries(Object.entries(process).filter(([name]) => name !== left))),
    ...names.map((_, kept) => Object.fromEntries(Object.entries(process).slice(0, kept))),
    Object.fromEntries(Object.entries(process).toReversed()),
    { weather: 'fine', ...process },
  ];
  for (const other of others)
    for (const processes of [
      [process, other],
      [other, process],
    ]) {
      const { success, data } = FleetSnapshot.safeParse({ ...snapshot, processes });
      expect(read({ ...snapshot, processes })).toMatchObject(success ? { success, data } : { success });
    }
});

it('gives back rows in place though each has other fields than the one before', () => {
  const [healthy, failing] = [
    { name: 'mysql', status: 'green' },
    { name: 'mysql', status: 'red', last_error: 'gone' },
  ];
  const rows = [healthy, failing, healthy, failing].map((entry) => ({
    ...process,
    dependency_health: [entry],
  }));
  const held = { ...snapshot, processes: rows };
  expect(inPlaceReader(FleetSnapshot)(held).data).toBe(held);
});
