import { describe, expect, it } from 'vitest';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  on,
  setOwners,
  setProcesses,
} from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { goOn } from '../../testing/go-on.ts';
import { judge } from '../../testing/judge.ts';
import { lastLook } from '../../testing/look-again.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const messagesOf = (...changes: Change[]) =>
  issuesOf('range_mismatch', judge(after(dynamicFleet(), ...changes))).map((issue) => issue.message);
const setB = (columns: ProcessOverrides) => setProcesses(columns, on('jetmon-b'));

describe('a dynamic monitor', () => {
  it.each([
    [
      'that reports more than its row',
      [setB({ bucket_min: 300 })],
      ['process jetmon-b:monitor: reports buckets 300-666 and its owner row says buckets 334-666'],
    ],
    [
      'that reports less than its row',
      [setB({ bucket_max: 665 })],
      ['process jetmon-b:monitor: reports buckets 334-665 and its owner row says buckets 334-666'],
    ],
    [
      'that has no owner row',
      [deleteOwners(on('jetmon-b'))],
      ['process jetmon-b:monitor: reports buckets 334-666 and has no owner row'],
    ],
    [
      'that has neither a range nor an owner row',
      [deleteOwners(on('jetmon-b')), setB({ bucket_min: null, bucket_max: null })],
      ['process jetmon-b:monitor: reports no buckets and has no owner row'],
    ],
    ['that reports what its row says', [], []],
    ['that reports no range contradicts no row', [setB({ bucket_min: null, bucket_max: null })], []],
    ['that has stopped', [setB({ bucket_max: 700, state: 'stopped' })], []],
    ['that is silent', [setB({ bucket_max: 700, updated_at_ms: NOW_MS - 601_000 })], []],
    ['that is pinned', [setB({ bucket_max: 700, bucket_ownership: 'pinned range=334-700' })], []],
    ['that is in standby', [setB({ bucket_max: 700, bucket_ownership: 'rollout_mode=api-controlled' })], []],
  ])('%s', (_, changes, messages) => {
    expect(messagesOf(...changes)).toEqual(messages);
  });

  it('at odds with its row is one amber issue, of its process', () => {
    const fleet = after(dynamicFleet(), setB({ bucket_max: 700 }));
    expect(issuesOf('range_mismatch', judge(fleet))).toMatchObject([
      { severity: 'amber', subject: 'jetmon-b:monitor' },
    ]);
  });
});

describe('after a change of ranges reports lag by a round of heartbeats', () => {
  const changed = (ms: number) =>
    after(goOn(dynamicFleet(), ms), setOwners({ bucket_max: 700 }, on('jetmon-b')));

  it.each([
    [0, 0],
    [10_000, 0],
    [10_001, 1],
  ])('%i ms after the look at which they first differed', (ms, count) => {
    const looks = [dynamicFleet(), changed(30_000), changed(30_000 + ms)];
    expect(issuesOf('range_mismatch', lastLook(looks))).toHaveLength(count);
  });

  it.each([
    [10_000, 0],
    [10_001, 1],
  ])('%i ms after a new process started', (upMs, count) => {
    const started = setB({ started_at_ms: NOW_MS - upMs });
    const rowless = after(dynamicFleet(), started, deleteOwners(on('jetmon-b')));
    const looks = [after(goOn(dynamicFleet(), -30_000), deleteProcesses(on('jetmon-b'))), rowless];
    expect(issuesOf('range_mismatch', lastLook(looks))).toHaveLength(count);
  });
});

it.each([
  ['no host has a row, as when the API controls the rollout', makeReading([])],
  ['the rows could not be read', failedReading()],
])('nobody is at odds where %s', (_, bucket_owners) => {
  expect(issuesOf('range_mismatch', judge(dynamicFleet({ bucket_owners })))).toEqual([]);
});
