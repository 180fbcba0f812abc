import { describe, expect, it } from 'vitest';
import { after, changeSites, on, setChecks, setProcesses } from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { msAgo } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const below = (bucket: number) => (row: { bucket_no: number }) => row.bucket_no < bucket;

describe('sites that nobody checks', () => {
  it('all buckets of an owner: red, with the last check, the limit, and since when', () => {
    const fleet = after(dynamicFleet(), setChecks({ newest_check_ms: msAgo(960_000) }, below(334)));
    expect(issuesOf('sites_unchecked', judge(fleet))).toEqual([
      {
        code: 'sites_unchecked',
        severity: 'red',
        subject: 'jetmon-a',
        message:
          'site activity: jetmon-a checks no site of its 334 buckets, the last check 16m ago (limit 15m)',
        since: '2026-04-30T13:59:00Z',
      },
    ]);
  });

  it('all but one: amber, with the buckets', () => {
    const fleet = after(dynamicFleet(), setChecks({ newest_check_ms: msAgo(960_000) }, below(333)));
    expect(issuesOf('sites_unchecked', judge(fleet))).toMatchObject([
      {
        severity: 'amber',
        subject: 'jetmon-a',
        message:
          'site activity: jetmon-a leaves 333 of its 334 buckets unchecked, 0-332, the last check 16m ago (limit 15m)',
      },
    ]);
  });

  it('the only bucket with sites that an owner has: red', () => {
    const fleet = after(
      dynamicFleet(),
      changeSites((sites) => ({ ...sites, buckets: sites.buckets.slice(0, 1) })),
      setChecks({ newest_check_ms: null }),
    );
    expect(issuesOf('sites_unchecked', judge(fleet))).toEqual([
      {
        code: 'sites_unchecked',
        severity: 'red',
        subject: 'jetmon-a',
        message: 'site activity: jetmon-a checks no site of its 1 bucket, with no check ever (limit 15m)',
        since: '2026-04-30T13:15:00Z',
      },
    ]);
  });

  it('buckets of different limits: the grace, or twice the interval', () => {
    const fleet = after(
      dynamicFleet(),
      setChecks({ newest_check_ms: msAgo(7_300_000) }, below(10)),
      setChecks({ shortest_interval_min: 60 }, below(5)),
      setProcesses({ started_at_ms: null }),
    );
    expect(issuesOf('sites_unchecked', judge(fleet))).toMatchObject([
      {
        message: expect.stringContaining('(limit 15m, or twice the check interval)'),
        since: '2026-04-30T12:13:20Z',
      },
    ]);
  });

  it('buckets that all have a longer limit: that limit', () => {
    const fleet = after(
      dynamicFleet(),
      setChecks({ newest_check_ms: msAgo(7_300_000), shortest_interval_min: 60 }, below(5)),
      setProcesses({ started_at_ms: null }),
    );
    expect(issuesOf('sites_unchecked', judge(fleet))).toMatchObject([
      { message: expect.stringContaining('the last check 2h 1m ago (limit 2h)') },
    ]);
  });

  it('under a pinned range as under an owner row', () => {
    const fleet = after(pinnedFleet(), setChecks({ newest_check_ms: null }, below(334)));
    expect(issuesOf('sites_unchecked', judge(fleet))).toMatchObject([
      { severity: 'red', subject: 'jetmon-a' },
    ]);
  });

  it('raise nothing where the owner has stopped: that its buckets are not watched is told elsewhere', () => {
    const fleet = after(
      dynamicFleet(),
      setChecks({ newest_check_ms: null }, below(334)),
      setProcesses({ state: 'stopped' }, on('jetmon-a')),
    );
    expect(issuesOf('sites_unchecked', judge(fleet))).toEqual([]);
  });

  it.each([
    ['an older schema', makeReading(null)],
    ['a failed read', { ok: false, duration_ms: 1 } as const],
  ])('raise nothing that is not known: %s', (_, site_activity) => {
    expect(issuesOf('sites_unchecked', judge(dynamicFleet({ site_activity })))).toEqual([]);
  });
});

describe('active sites beyond BUCKET_TOTAL', () => {
  it.each([
    [1, '1 active site lies in buckets from 1000 on; BUCKET_TOTAL is 1000, so nobody can own them'],
    [5000, '5,000 active sites lie in buckets from 1000 on; BUCKET_TOTAL is 1000, so nobody can own them'],
  ])('%i: amber, with their number', (sites_outside, text) => {
    const fleet = after(
      dynamicFleet(),
      changeSites((sites) => ({ ...sites, sites_outside })),
    );
    expect(issuesOf('sites_outside_buckets', judge(fleet))).toEqual([
      { code: 'sites_outside_buckets', severity: 'amber', subject: '', message: `site activity: ${text}` },
    ]);
  });

  it('none: nothing', () => {
    expect(issuesOf('sites_outside_buckets', judge(dynamicFleet()))).toEqual([]);
  });
});
