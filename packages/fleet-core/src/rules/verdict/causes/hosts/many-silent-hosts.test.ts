import { describe, expect, it } from 'vitest';
import { after, isMonitor, on, setProcesses } from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { judge } from '../../../../testing/judge.ts';
import { makeBucketOwner } from '../../../../testing/make/make-bucket-owner.ts';
import { makeProcessHealth } from '../../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { secondsAgo } from '../../../../testing/make/now.ts';
import { dynamicFleet } from '../../../../testing/states/base-fleets.ts';

const silence = (host: string, sec = 840) => setProcesses({ updated_at_ms: secondsAgo(sec) }, on(host));
describe('many silent hosts', () => {
  const hosts = Array.from({ length: 60 }, (_, i) => `eu-${i + 1}`);
  const crowd = dynamicFleet({
    process_health: makeReading([
      ...hosts.map((host_id, i) =>
        makeProcessHealth({
          host_id,
          updated_at_ms: secondsAgo(840),
          bucket_min: 10 * i,
          bucket_max: 10 * i + 9,
        }),
      ),
      makeProcessHealth({ host_id: 'us-1', bucket_min: 600, bucket_max: 999 }),
    ]),
    bucket_owners: makeReading([
      ...hosts.map((host, i) => makeBucketOwner(host, 10 * i, 10 * i + 9)),
      makeBucketOwner('us-1', 600, 999),
    ]),
  });

  it('are one cause with a count, the first and the last by number, and their buckets', () => {
    const { causes, decision } = judge(crowd);
    expect(causes).toHaveLength(1);
    expect(causes).toMatchObject([
      {
        code: 'host_silent',
        title: '60 hosts are silent',
        headline: '60 hosts are silent: eu-1 … eu-60; 600 buckets are not watched',
        buckets_affected: 600,
        steps: [{ text: 'On eu-1, then on the 59 others: is it running?' }, {}, {}],
      },
    ]);
    expect(causes[0]?.facts).toHaveLength(5);
    expect(causes[0]?.subject.ids).toHaveLength(60);
    expect(decision.headline).toBe('Do not advance: 60 hosts are silent');
  });

  it.each([
    [3, ['jetmon-a is silent', 'jetmon-b is silent', 'jetmon-c is silent']],
    [4, ['4 hosts are silent']],
  ])('of %i the causes are %j', (count, titles) => {
    const extra = makeProcessHealth({
      host_id: 'jetmon-x',
      updated_at_ms: secondsAgo(count === 4 ? 840 : 4),
    });
    const alive = makeProcessHealth({ host_id: 'jetmon-z' });
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, extra, alive]);
    const snapshot = judge(
      after({ ...fleet, process_health }, silence('jetmon-a'), silence('jetmon-b'), silence('jetmon-c')),
    );
    expect(causesOf('host_silent', snapshot).map(({ title }) => title)).toEqual(titles);
  });

  it('of all monitors are one cause, however few: that no monitor is active comes of it', () => {
    const snapshot = judge(
      after(dynamicFleet(), setProcesses({ updated_at_ms: secondsAgo(840) }, isMonitor)),
    );
    expect(snapshot.causes).toHaveLength(1);
    expect(snapshot.causes).toMatchObject([
      {
        title: '3 hosts are silent',
        headline: '3 hosts are silent: jetmon-a, jetmon-b and jetmon-c; 1,000 buckets are not watched',
      },
    ]);
    expect(causesOf('host_silent', snapshot)[0]?.issues).toContain('no_active_monitors');
  });

  it('leave it apart that no monitor is active when others have only stopped', () => {
    const snapshot = judge(
      after(dynamicFleet(), setProcesses({ state: 'stopped' }, isMonitor), silence('jetmon-b')),
    );
    expect(snapshot.causes.map(({ code }) => code)).toEqual(['no_active_monitors', 'host_silent']);
    expect(causesOf('host_silent', snapshot)[0]?.issues).toEqual(['process_stale', 'owner_without_monitor']);
  });
});
