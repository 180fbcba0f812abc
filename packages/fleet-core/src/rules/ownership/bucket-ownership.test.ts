import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { ownershipMode, pinnedRanges } from './bucket-ownership.ts';

const STALE = { updated_at_ms: NOW_MS - 600_001 };

function judge(...rows: ProcessHealth[]) {
  return judgeProcesses(rows, NOW_MS, 600);
}

describe('the ownership mode', () => {
  it.each([
    ['pinned range=0-333', 'pinned'],
    ['  PINNED range=0-333  ', 'pinned'],
    ['dynamic jetmon_hosts', 'dynamic'],
    ['\tDynamic\n', 'dynamic'],
    ['pinned, dynamic later', 'pinned'],
    ['dynamic, was pinned', 'pinned'],
    ['', 'unknown'],
    ['pin', 'unknown'],
  ])('of one monitor that reports "%s" is %s', (bucket_ownership, mode) => {
    expect(ownershipMode(judge(makeProcessHealth({ bucket_ownership })))).toBe(mode);
  });

  it('is mixed as soon as one monitor is pinned and one dynamic, however many report nothing', () => {
    const rows = [
      makeProcessHealth({ host_id: 'a' }),
      makePinnedMonitor('b', 0, 9),
      makeProcessHealth({ host_id: 'c', bucket_ownership: '' }),
    ];
    expect(ownershipMode(judge(...rows))).toBe('mixed');
  });

  it('is unknown without any process', () => {
    expect(ownershipMode([])).toBe('unknown');
  });

  it.each([
    ['a stale monitor', makeProcessHealth(STALE)],
    ['a stopping monitor', makeProcessHealth({ state: 'stopping' })],
    ['a stopped monitor', makeProcessHealth({ state: 'stopped' })],
    ['a deliverer', makeDeliverer({ bucket_ownership: 'dynamic jetmon_hosts' })],
  ])('does not listen to %s', (_, row) => {
    expect(ownershipMode(judge(row))).toBe('unknown');
    expect(ownershipMode(judge(row, makePinnedMonitor('b', 0, 9)))).toBe('pinned');
  });
});

describe('the pinned ranges', () => {
  it('are those of active monitors that report pinned ownership', () => {
    const rows = [
      makePinnedMonitor('a', 0, 9),
      makePinnedMonitor('stale', 10, 19, STALE),
      makePinnedMonitor('stopped', 20, 29, { state: 'stopped' }),
      makePinnedMonitor('dynamic', 30, 39, { bucket_ownership: 'dynamic' }),
      makePinnedMonitor('deliverer', 40, 49, { process_type: 'deliverer' }),
    ];
    expect(pinnedRanges(judge(...rows))).toEqual([
      { process_id: 'a:monitor', host_id: 'a', bucket_min: 0, bucket_max: 9 },
    ]);
  });

  it('are listed by their first bucket, then by their last', () => {
    const rows = [makePinnedMonitor('a', 5, 9), makePinnedMonitor('b', 0, 9), makePinnedMonitor('c', 0, 4)];
    expect(pinnedRanges(judge(...rows)).map((range) => range.host_id)).toEqual(['c', 'b', 'a']);
  });

  it('leave out a monitor that does not say which buckets', () => {
    expect(pinnedRanges(judge(makePinnedMonitor('a', null, 9), makePinnedMonitor('b', 0, null)))).toEqual([]);
  });
});
