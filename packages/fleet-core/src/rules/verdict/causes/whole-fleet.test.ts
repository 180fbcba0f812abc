import { describe, expect, it } from 'vitest';
import { after, on, setProcesses } from '../../../testing/change-readings.ts';
import { judge } from '../../../testing/judge.ts';
import { makeReading } from '../../../testing/make/make-reading.ts';
import { dynamicFleet, pinnedFleet } from '../../../testing/states/base-fleets.ts';

describe('troubles of the whole fleet are one cause each', () => {
  it('no bucket total: neither coverage nor drift can be judged', () => {
    const { causes } = judge(
      dynamicFleet({ projection_drift: makeReading(null), site_activity: makeReading(null) }),
      {
        bucket_total: 0,
      },
    );
    expect(causes).toMatchObject([
      {
        code: 'bucket_total_missing',
        subject: { kind: 'fleet', ids: [] },
        headline: 'BUCKET_TOTAL is 0: neither bucket coverage nor drift can be judged',
        issue_refs: [0, 1],
      },
    ]);
  });

  it('nobody has reported: nobody can own either', () => {
    const fleet = dynamicFleet({ process_health: makeReading([]), bucket_owners: makeReading([]) });
    expect(judge(fleet).causes).toMatchObject([
      {
        code: 'no_process_snapshots',
        headline: 'No process has reported its health: nothing is known of the fleet',
        issue_refs: [0, 1, 2],
      },
    ]);
  });

  it('nobody has reported, and owners that nobody stands behind are told as such', () => {
    expect(judge(dynamicFleet({ process_health: makeReading([]) })).causes.map(({ code }) => code)).toEqual([
      'owner_without_monitor',
      'owner_without_monitor',
      'owner_without_monitor',
      'no_process_snapshots',
    ]);
  });

  it('a plan that is contradicted, whatever coverage calls it', () => {
    expect(judge(pinnedFleet(), {}, 'dynamic').causes).toMatchObject([
      {
        code: 'plan_mismatch',
        title: 'ownership is pinned, not dynamic as planned',
        headline: 'Ownership is pinned, not dynamic as planned',
        issue_refs: [0, 1],
      },
    ]);
  });

  it('a plan that is contradicted, and a gap: two causes', () => {
    const fleet = dynamicFleet({ bucket_owners: makeReading([]) });
    expect(judge(fleet, {}, 'pinned').causes.map(({ code }) => code)).toEqual([
      'bucket_coverage',
      'plan_mismatch',
    ]);
  });

  it('pinned ownership asks whether it is planned, and how to say so', () => {
    const [cause] = judge(pinnedFleet()).causes;
    expect(cause).toMatchObject({
      headline: 'Monitors are pinned to their ranges: is this the planned stage of the rollout?',
      planned: false,
    });
    expect(cause?.steps[0]?.text).toContain('FLEET_EXPECTED_OWNERSHIP=pinned');
  });

  it('pinned ownership that is planned says so, and asks nothing', () => {
    const [cause] = judge(pinnedFleet(), {}, 'pinned').causes;
    expect(cause).toMatchObject({
      headline: 'Monitors are pinned to their ranges, as planned',
      planned: true,
    });
    expect(cause?.steps.map(({ text }) => text).join()).not.toContain('FLEET_EXPECTED_OWNERSHIP');
  });

  it('mixed ownership asks whether it is planned, which no setting can say', () => {
    const mixed = after(pinnedFleet(), setProcesses({ bucket_ownership: 'dynamic' }, on('jetmon-c')));
    const [cause] = judge(mixed).causes;
    expect(cause).toMatchObject({
      headline: 'Some monitors are pinned, others dynamic: is this the planned stage of the rollout?',
    });
    expect(cause?.steps.map(({ text }) => text).join()).not.toContain('FLEET_EXPECTED_OWNERSHIP');
  });
});
