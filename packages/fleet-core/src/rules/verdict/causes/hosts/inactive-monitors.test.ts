import { describe, expect, it } from 'vitest';
import { after, deleteOwners, isMonitor, on, setProcesses } from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { judge } from '../../../../testing/judge.ts';
import { makeProcessHealth } from '../../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { dynamicFleet } from '../../../../testing/states/base-fleets.ts';

describe('no active monitor', () => {
  it('is one cause with the owner rows that nobody stands behind, and what the stopped ones say', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped', health_status: 'amber' }, isMonitor),
    );
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('no_active_monitors', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-a', 'jetmon-b', 'jetmon-c'] },
        headline: 'No monitor is active: 1,000 buckets are not watched',
        facts: ['processes: no monitor is active: 3 stopped'],
        buckets_affected: 1000,
        issues: [
          'owner_without_monitor',
          'owner_without_monitor',
          'owner_without_monitor',
          'no_active_monitors',
          'process_amber',
          'process_amber',
          'process_amber',
        ],
      },
    ]);
  });

  it('explains that no row is left: every monitor gave its range up', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, isMonitor),
      deleteOwners(() => true),
    );
    expect(causesOf('no_active_monitors', judge(fleet))).toMatchObject([
      { issues: ['no_active_monitors', 'bucket_coverage'], buckets_affected: 1000 },
    ]);
  });

  it('leaves what an unwell deliverer says to itself', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, isMonitor),
      setProcesses({ health_status: 'amber' }, on('jetmon-deliverer-1')),
    );
    expect(judge(fleet).causes.map(({ code }) => code)).toEqual(['no_active_monitors', 'process_amber']);
  });

  it('leaves what an unwell deliverer beside a stopped monitor says to itself', () => {
    const fleet = after(dynamicFleet(), setProcesses({ state: 'stopped' }, isMonitor));
    const beside = makeProcessHealth({ host_id: 'jetmon-a', process_type: 'api', health_status: 'amber' });
    const process_health = makeReading([...fleet.process_health.value, beside]);
    const { causes } = judge({ ...fleet, process_health });
    expect(causes.map(({ code }) => code)).toEqual(['no_active_monitors', 'process_amber']);
  });

  it('of monitors that reported no range tells no buckets', () => {
    const process_health = makeReading([makeProcessHealth({ state: 'stopped' })]);
    const snapshot = judge(dynamicFleet({ process_health, bucket_owners: makeReading([]) }));
    expect(causesOf('no_active_monitors', snapshot)).toMatchObject([{ headline: 'No monitor is active' }]);
  });
});
