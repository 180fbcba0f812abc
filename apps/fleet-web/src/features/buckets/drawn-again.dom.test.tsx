import { cleanup, render } from '@testing-library/react';
import type { BucketCoverage } from 'fleet-core/contract/bucket-coverage';
import { expect, it, vi } from 'vitest';
import { makeCoverage } from '../../testing/make-coverage.ts';
import { BucketGridMap } from './grid/bucket-grid-map.tsx';
import { gridSentence } from './grid/grid-sentence.ts';
import { BucketMap } from './ribbon/bucket-map.tsx';
import { layOutRibbon } from './ribbon/bucket-ribbon.ts';

// Test files share what they load, and one before this may have loaded these without spies.
vi.hoisted(() => vi.resetModules());
vi.mock('./ribbon/bucket-ribbon.ts', { spy: true });
vi.mock('./grid/grid-sentence.ts', { spy: true });

const { hosts } = makeCoverage();

/** How often each picture is laid out for one reading after the other. */
function timesLaidOut(...readings: readonly BucketCoverage[]): number[] {
  vi.clearAllMocks();
  const { rerender } = render(null);
  for (const coverage of readings)
    rerender(
      <>
        <BucketMap coverage={coverage} sentence="all owned" />
        <BucketGridMap coverage={coverage} />
      </>,
    );
  cleanup();
  return [layOutRibbon, gridSentence].map((layOut) => vi.mocked(layOut).mock.calls.length);
}

it('a snapshot in which only heartbeats are new draws neither picture of the buckets again', () => {
  const heard = hosts.map((owner) => ({ ...owner, last_heartbeat_age_sec: 3 }));
  expect(timesLaidOut(makeCoverage(), makeCoverage({ hosts: heard }))).toEqual([1, 1]);
  expect(timesLaidOut(makeCoverage(), makeCoverage({ hosts: hosts.slice(1) }))).toEqual([2, 2]);
});
