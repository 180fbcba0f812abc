import { expect, it } from 'vitest';
import { makeCoverage, makeOwner, makePinned } from '../../testing/make-coverage.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';
import { coverageFact } from './coverage-fact.ts';

it('counts buckets as well as faults', () => {
  const coverage = makeCoverage({ covered_buckets: 999, gaps: [{ min: 499, max: 499 }] });
  expect(coverageFact(coverage)).toBe(
    '999 of 1,000 buckets covered · 1 gap (1 bucket) · 0 overlaps · dynamic, 4 hosts',
  );
});

it('names the pinned monitors while ownership is pinned', () => {
  const pinned = [makePinned('jetmon-a', 0, 499), makePinned('jetmon-b', 500, 999)];
  const coverage = makeCoverage({ mode: 'pinned', host_count: 0, hosts: [], pinned });
  expect(coverageFact(coverage)).toBe(
    '1,000 of 1,000 buckets covered · 0 gaps · 0 overlaps · pinned, 2 monitors',
  );
});

it('says that nothing was read instead of counting nothing', () => {
  const coverage = makeCoverage({ covered_buckets: null, host_count: null, code: 'query_failed' });
  expect(coverageFact(coverage)).toBe('coverage not read · query_failed');
});

it('shows a mode that it does not know as it is', () => {
  expect(coverageFact(makeCoverage({ mode: unlistedWord('quantum') }))).toContain('quantum, 4 hosts');
});

it('counts silent owners and the buckets that they hold', () => {
  const hosts = [{ ...makeOwner('jetmon-a', 0, 249), stale: true }, makeOwner('jetmon-b', 250, 999)];
  expect(coverageFact(makeCoverage({ hosts }))).toContain(' · 1 silent owner (250 buckets) · dynamic');
});
