import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { expect, it } from 'vitest';
import { makeProcess } from '../testing/make-process.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { inPlaceReader } from './read-in-place.ts';

const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'a word',
  '2026-04-30T14:00:00Z',
  '2026-02-30T14:00:00Z',
  -1,
  0,
  1.5,
  2 ** 53,
  Infinity,
  true,
  [],
  [null],
  {},
];

/** The value with each of its parts, however deep, replaced by `odd`. */
function* withOddParts(value: unknown, odd: unknown): Generator<unknown> {
  yield odd;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const changed of withOddParts(item, odd)) yield value.with(index, changed);
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, held] of Object.entries(value))
      for (const changed of withOddParts(held, odd)) yield { ...value, [field]: changed };
  }
}

const process = makeProcess({
  dependency_health: [{ name: 'mysql', status: 'red', latency_ms: 1.5, last_error: 'gone', checked_at: '' }],
  retired: true,
});
const snapshot = snapshotWith({ processes: [process] });

it.each(ODD.map((odd) => [odd]))('says of a snapshot with %j in any place what the schema says', (odd) => {
  const read = inPlaceReader(FleetSnapshot);
  for (const changed of withOddParts(snapshot, odd)) {
    const { success, data } = FleetSnapshot.safeParse(changed);
    expect(read(changed)).toMatchObject(success ? { success, data } : { success });
  }
});
