import { describe, expect, it } from 'vitest';
import { after, deleteOwners, on, setOwners, setProcesses } from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { judge } from '../../../../testing/judge.ts';
import { dynamicFleet } from '../../../../testing/states/base-fleets.ts';

describe('an owner row that is missing', () => {
  it('names the monitor that reports the gap, and takes its report with it', () => {
    const snapshot = judge(after(dynamicFleet(), deleteOwners(on('jetmon-c'))));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_row_missing', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-c'] },
        title: 'the owner row of jetmon-c is missing',
        headline:
          'jetmon-c has no owner row: nobody owns 667-999, 333 buckets, while jetmon-c reports 667-999',
        facts: ['jetmon-c reports 667-999'],
        issues: ['bucket_coverage', 'range_mismatch'],
        buckets_affected: 333,
        steps: [{}, { command: { text: './jetmon2 reload' } }, { on_host: 'jetmon-c' }],
      },
    ]);
  });

  it('of a monitor that reports more than the gap is missing all the same', () => {
    const fleet = after(
      dynamicFleet(),
      deleteOwners(on('jetmon-c')),
      setProcesses({ bucket_min: 500 }, on('jetmon-c')),
    );
    expect(causesOf('owner_row_missing', judge(fleet))).toHaveLength(1);
  });

  it('of several is told once, in the plural', () => {
    const fleet = after(dynamicFleet(), deleteOwners(on('jetmon-b')), deleteOwners(on('jetmon-c')));
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_row_missing', snapshot)).toMatchObject([
      {
        title: 'the owner rows of jetmon-b and jetmon-c are missing',
        headline:
          'jetmon-b and jetmon-c have no owner rows: nobody owns 334-999, 666 buckets, while jetmon-b reports 334-666 and jetmon-c reports 667-999',
      },
    ]);
  });

  it('is told with what nobody reports', () => {
    const fleet = after(
      dynamicFleet(),
      deleteOwners(on('jetmon-c')),
      setProcesses({ bucket_max: 899 }, on('jetmon-c')),
    );
    expect(causesOf('owner_row_missing', judge(fleet))).toMatchObject([
      { headline: expect.stringMatching(/while jetmon-c reports 667-899; nobody reports 900-999$/) },
    ]);
  });

  it.each([
    ['reports elsewhere', setProcesses({ bucket_min: 0, bucket_max: 99 }, on('jetmon-c'))],
    ['reports no range', setProcesses({ bucket_min: null }, on('jetmon-c'))],
    ['has stopped', setProcesses({ state: 'stopped', bucket_min: null }, on('jetmon-c'))],
    ['has a row', setOwners({ host_id: 'jetmon-c' }, on('jetmon-a'))],
  ])('is not what a gap comes of when the monitor %s', (_, change) => {
    const snapshot = judge(after(dynamicFleet(), deleteOwners(on('jetmon-c')), change));
    expect(causesOf('owner_row_missing', snapshot)).toEqual([]);
    expect(causesOf('bucket_coverage', snapshot)).toHaveLength(1);
  });
});
