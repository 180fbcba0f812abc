import { expect, it } from 'vitest';
import { makeSummary } from '../testing/make-summary.ts';
import { processCounts } from './process-counts.ts';

it('counts a stale process once, though the API counts it among the red ones too', () => {
  const summary = makeSummary({
    stale_processes: 3,
    red_processes: 7,
    amber_processes: 7,
    green_processes: 386,
  });
  expect(processCounts(summary)).toEqual([
    ['stale', 3],
    ['red', 4],
    ['amber', 7],
    ['healthy', 386],
  ]);
});
