import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { after, on, setDrift, setProcesses, setReadings } from '../../testing/change-readings.ts';
import { checkOf } from '../../testing/gate-of.ts';
import { judge } from '../../testing/judge.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { makeMute } from '../../testing/make/make-mute.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const amber = after(dynamicFleet(), setProcesses({ health_status: 'amber' }, on('jetmon-b')));
const red = after(amber, setDrift(1));

describe('the decision', () => {
  const decided = (fleet: FleetReadings, question: Parameters<typeof checkOf>[2] = {}) =>
    checkOf('decision', judge(fleet), question).ok;

  it('passes where nothing is wrong, whatever is let pass', () => {
    expect(decided(dynamicFleet())).toBe(true);
    expect(decided(dynamicFleet(), { max: 'amber' })).toBe(true);
  });

  it('amber passes only where amber is let pass, and red never', () => {
    expect(decided(amber)).toBe(false);
    expect(decided(amber, { max: 'amber' })).toBe(true);
    expect(decided(red, { max: 'amber' })).toBe(false);
  });

  it('what is ignored does not count, and all else does', () => {
    expect(decided(red, { ignore: ['projection_drift'] })).toBe(false);
    expect(decided(red, { ignore: ['projection_drift'], max: 'amber' })).toBe(true);
    expect(decided(red, { ignore: ['process_amber'], max: 'amber' })).toBe(false);
    expect(decided(red, { ignore: ['projection_drift', 'process_amber'] })).toBe(true);
  });

  it('what is planned passes, and stays out of the account when something else is wrong', () => {
    const planned = (fleet: FleetReadings) =>
      checkOf('decision', judge(fleet, {}, 'pinned'), { ignore: ['projection_drift'] });
    expect(planned(pinnedFleet()).ok).toBe(true);
    expect(planned(after(pinnedFleet(), setDrift(1))).ok).toBe(true);
  });

  it('what is muted does not count, and need not be ignored', () => {
    const muted = judgeByPlan(red, makePlan({ muted: [makeMute({ code: 'process_amber', subject: null })] }));
    expect(checkOf('decision', muted, { ignore: ['projection_drift'] }).ok).toBe(true);
    expect(checkOf('decision', muted, {}).ok).toBe(false);
  });

  it('says what is let pass, and what counts beside what is ignored', () => {
    expect(checkOf('decision', judge(amber), { max: 'amber' }).fact).toBe(
      'Hold: jetmon-b:monitor reports amber; amber is let pass',
    );
    expect(checkOf('decision', judge(red), { ignore: ['projection_drift'] }).fact).toBe(
      'Do not advance: 1 site differs from its open http events; without projection_drift what counts: process jetmon-b:monitor: reports health amber',
    );
  });
});

describe('the readings', () => {
  const unread = (fleet: FleetReadings) =>
    checkOf('readings', judge(fleet), {
      max: 'amber',
      ignore: [
        'projection_drift',
        'process_row_unreadable',
        'bucket_owner_row_unreadable',
        'dependency_health_unreadable',
      ],
    });
  const withUnreadable = (name: 'process_health' | 'bucket_owners'): FleetReadings => {
    const fleet = dynamicFleet();
    const reading = fleet[name];
    return reading.ok ? { ...fleet, [name]: { ...reading, unreadable: ['jetmon-x'] } } : fleet;
  };

  it.each([
    ['drift', { projection_drift: failedReading() }, 'could not be read: projection_drift'],
    ['owner rows', { bucket_owners: failedReading() }, 'could not be read: bucket_owners'],
    [
      'both queues',
      { webhook_deliveries: failedReading(), alert_deliveries: failedReading() },
      'could not be read: webhook_deliveries, alert_deliveries',
    ],
    ['site activity', { site_activity: failedReading() }, 'could not be read: site_activity'],
  ])('%s that could not be read make it unknown, whatever is ignored', (_, readings, fact) => {
    expect(unread(after(dynamicFleet(), setReadings(readings)))).toEqual({
      code: 'readings',
      ok: null,
      fact,
    });
  });

  it.each(['process_health', 'bucket_owners'] as const)(
    'a row of %s that cannot be read makes it unknown',
    (name) => {
      expect(unread(withUnreadable(name))).toMatchObject({
        ok: null,
        fact: expect.stringContaining('jetmon-x'),
      });
    },
  );

  it('dependencies that cannot be read make it unknown', () => {
    const fleet = after(dynamicFleet(), setProcesses({ dependency_health_readable: false }, on('jetmon-b')));
    expect(unread(fleet).ok).toBeNull();
  });

  it('a reading of a minute is recent, one of over a minute is not', () => {
    const readAgo = (sec: number) =>
      unread({
        ...dynamicFleet(),
        projection_drift: makeReading(makeDrift(0), { read_at_ms: NOW_MS - sec * 1000 }),
      });
    expect(readAgo(60).ok).toBe(true);
    expect(readAgo(61)).toMatchObject({ ok: null, fact: 'projection_drift was read 61s ago' });
  });

  it('without a bucket total it is unknown, and where nobody has reported', () => {
    expect(checkOf('readings', makeSnapshot({}, { bucket_total: 0 }), {}).ok).toBeNull();
    expect(checkOf('readings', makeSnapshot({ process_health: makeReading([]) }), {}).ok).toBeNull();
  });

  it('all that was read is well', () => {
    expect(unread(dynamicFleet())).toEqual({ code: 'readings', ok: true, fact: 'all was read' });
  });
});
