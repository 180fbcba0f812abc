import { describe, expect, it } from 'vitest';
import type { DecisionCode } from '../contract/decision.ts';
import { buildSnapshot } from '../snapshot.ts';
import { after, type Change, isMonitor, on, setProcesses } from '../testing/change-readings.ts';
import { makeBucketOwner } from '../testing/make/make-bucket-owner.ts';
import { makeContext } from '../testing/make/make-context.ts';
import { makeReading } from '../testing/make/make-reading.ts';
import { msAgo } from '../testing/make/now.ts';
import { pinnedFleet } from '../testing/states/base-fleets.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A state by its operator's name, what was done to the base fleet, and the decision that it must get. */
type State = readonly [name: string, changes: readonly Change[], code: DecisionCode, headline: string];

const PINNED: readonly State[] = [
  [
    'rows in jetmon_hosts while pinned',
    [
      (fleet) => ({
        ...fleet,
        bucket_owners: makeReading([makeBucketOwner('x', 0, 499), makeBucketOwner('y', 500, 999)]),
      }),
    ],
    'hold',
    'Hold: the owner row of x claims pinned buckets 0-499 (and 1 more)',
  ],
  [
    'pinned ranges swapped',
    [setProcesses(({ bucket_max }) => ({ bucket_min: bucket_max, bucket_max: 0 }), isMonitor)],
    'hold',
    'Hold: jetmon-a is pinned to 333-0, which is upside down (and 2 more)',
  ],
  [
    'a pinned range of NULL',
    [setProcesses({ bucket_min: null, bucket_max: null }, on('jetmon-c'))],
    'hold',
    'Hold: jetmon-c is pinned to no range',
  ],
  [
    'a pinned range of 5000-6000',
    [setProcesses({ bucket_min: 5000, bucket_max: 6000 }, on('jetmon-c'))],
    'hold',
    'Hold: jetmon-c is pinned to 5000-6000, beyond BUCKET_TOTAL 1000',
  ],
  [
    'a pinned range of 900-65535',
    [setProcesses({ bucket_min: 900, bucket_max: 65_535 }, on('jetmon-c'))],
    'hold',
    'Hold: jetmon-c is pinned to 900-65535, beyond BUCKET_TOTAL 1000',
  ],
  [
    'a pinned monitor silent',
    [setProcesses({ updated_at_ms: msAgo(15 * MINUTE) }, on('jetmon-b'))],
    'stop',
    'Do not advance: jetmon-b is silent',
  ],
];

const dynamicContext = makeContext();
const pinnedContext = makeContext({ display: { ...dynamicContext.display, expected_ownership: 'pinned' } });

describe('of a fleet that is pinned as planned', () => {
  it.each(PINNED)('%s', (_, changes, code, headline) => {
    const { decision } = buildSnapshot(after(pinnedFleet(), ...changes), pinnedContext);
    expect(decision).toMatchObject({ code, headline });
  });
});
