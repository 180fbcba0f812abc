import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { expect, it } from 'vitest';
import { snapshotWith } from './snapshot-with.ts';

it('makes snapshots that the contract accepts', () => {
  const snapshot = snapshotWith();
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});
