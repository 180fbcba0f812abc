import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { expect, it } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';

it('makes snapshots that the contract accepts', () => {
  const snapshot = makeSnapshot();
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});
