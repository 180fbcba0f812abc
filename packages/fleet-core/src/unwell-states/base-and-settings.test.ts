import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot.ts';
import { after, changeSites } from '../testing/change-readings.ts';
import { makeContext } from '../testing/make/make-context.ts';
import { makeThresholds } from '../testing/make/make-thresholds.ts';
import { dynamicFleet, pinnedFleet } from '../testing/states/base-fleets.ts';

const dynamicContext = makeContext();
const pinnedContext = makeContext({ display: { ...dynamicContext.display, expected_ownership: 'pinned' } });

describe('the base fleets are well', () => {
  it('a dynamic fleet: safe to continue', () => {
    expect(buildSnapshot(dynamicFleet(), dynamicContext)).toMatchObject({
      decision: { code: 'advance', headline: 'Safe to continue' },
      causes: [],
    });
  });

  it('a pinned fleet that is planned so: safe to continue, as planned', () => {
    expect(buildSnapshot(pinnedFleet(), pinnedContext)).toMatchObject({
      decision: { code: 'advance_as_planned', headline: 'Safe to continue: pinned as planned' },
      causes: [{ planned: true }],
    });
  });
});

describe('ownership that contradicts the plan', () => {
  it.each([
    [
      'dynamic where pinned was planned',
      dynamicFleet(),
      'pinned',
      'Hold: ownership is dynamic, not pinned as planned',
    ],
    [
      'pinned where dynamic was planned',
      pinnedFleet(),
      'dynamic',
      'Hold: ownership is pinned, not dynamic as planned',
    ],
  ] as const)('%s', (_, readings, expected_ownership, headline) => {
    const context = makeContext({ display: { ...dynamicContext.display, expected_ownership } });
    expect(buildSnapshot(readings, context).decision).toMatchObject({ code: 'hold', headline });
  });
});

describe('BUCKET_TOTAL=500 for a fleet of 1000', () => {
  const thresholds = makeThresholds({ bucket_total: 500 });
  const halved = changeSites(({ buckets }) => ({ buckets: buckets.slice(0, 500), sites_outside: 1000 }));

  it('pinned', () => {
    const { decision } = buildSnapshot(after(pinnedFleet(), halved), { ...pinnedContext, thresholds });
    expect(decision).toMatchObject({
      code: 'hold',
      headline: 'Hold: jetmon-b is pinned to 334-666, beyond BUCKET_TOTAL 500 (and 2 more)',
    });
  });

  it('dynamic', () => {
    const { decision } = buildSnapshot(after(dynamicFleet(), halved), { ...dynamicContext, thresholds });
    expect(decision).toMatchObject({
      code: 'stop',
      headline: 'Do not advance: the owner rows of jetmon-b and jetmon-c are of no possible range',
    });
  });
});
