import { expect, it } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

it('the snapshot tells the plan by which it was judged, and null without one', () => {
  const monitors = [{ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 333 }];
  const plan = makePlan({ stage: 'dynamic', monitors, retired: ['jetmon-x'] });
  expect(buildSnapshot(dynamicFleet(), makeContext({ plan })).plan).toEqual({
    stage: 'dynamic',
    monitors,
    deliverers: [],
    retired: ['jetmon-x'],
    muted: [],
  });
  expect(buildSnapshot(dynamicFleet(), makeContext()).plan).toBeNull();
});
