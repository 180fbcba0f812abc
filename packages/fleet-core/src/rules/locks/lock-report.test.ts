import { expect, it } from 'vitest';
import { makeLock } from '../../testing/make/make-locks.ts';
import { differsFromLocks } from './lock-report.ts';

const LOCKS = [makeLock('b', 10, 19)];
const NONE: typeof LOCKS = [];
const API = 'rollout_mode=api-controlled';

it.each([
  ['its very range', API, 10, 19, LOCKS, false],
  ['its range, and calls it dynamic', 'dynamic jetmon_hosts', 10, 19, LOCKS, false],
  ['a bucket less', API, 10, 18, LOCKS, true],
  ['a bucket more', API, 9, 19, LOCKS, true],
  ['no range without standing by', API, null, null, LOCKS, true],
  ['no range and no lock', API, null, null, NONE, false],
  ['that it stands by, with a lock', `${API} standby`, null, null, LOCKS, true],
  ['that it stands by, without one', `${API} standby`, null, null, NONE, false],
  ['a range of the API without a lock', API, 10, 19, NONE, true],
  ['a range of another kind without a lock', 'pinned range=10-19', 10, 19, NONE, false],
  ['one range of two that are apart', API, 10, 19, [...LOCKS, makeLock('b', 30, 39)], true],
  ['two locks that meet as one', API, 10, 29, [...LOCKS, makeLock('b', 20, 29)], false],
] as const)('a monitor reports %s', (_, bucket_ownership, bucket_min, bucket_max, locks, differs) => {
  expect(differsFromLocks({ bucket_ownership, bucket_min, bucket_max }, locks)).toBe(differs);
});
