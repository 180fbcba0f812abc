import { describe, expect, it } from 'vitest';
import { CHECKLIST_CODES, type ChecklistCode } from '../../contract/checklist.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/base-fleets.ts';
import { after, type Change, on, setDrift, setProcesses } from '../../testing/change-readings.ts';
import { rowOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeDeliveryQueue } from '../../testing/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make-drift.ts';
import { failedReading, makeReading } from '../../testing/make-reading.ts';
import { NOW_MS } from '../../testing/now.ts';

const ago = (sec: number) => NOW_MS - sec * 1000;
const row = (code: ChecklistCode, changes: readonly Change[], thresholds: Partial<Thresholds> = {}) =>
  rowOf(code, judge(after(dynamicFleet(), ...changes), thresholds));
const reads =
  (readings: Partial<FleetReadings>): Change =>
  (fleet) => ({ ...fleet, ...readings });

it('the questions come in their fixed order, whatever is wrong', () => {
  for (const fleet of [dynamicFleet(), after(dynamicFleet(), setDrift(1)), pinnedFleet()]) {
    expect(judge(fleet).checklist.map(({ code }) => code)).toEqual([...CHECKLIST_CODES]);
  }
});

it('of a healthy fleet every row is green, and says by what', () => {
  expect(judge(dynamicFleet()).checklist.map(({ code, status, fact }) => [code, status, fact])).toEqual([
    ['heartbeats', 'green', '4 processes, all fresh and well'],
    ['ownership', 'green', '1,000 of 1,000 buckets covered, dynamic'],
    ['checks', 'green', '1,000 buckets with sites, none unchecked for over 15m'],
    ['drift', 'green', 'no site differs from its events'],
    ['queues', 'green', '0 due, 0 pending'],
    ['delivery_owner', 'green', 'delivery owner is constrained to jetmon-deliverer-1'],
    ['dependencies', 'green', '1 dependency, none failing'],
  ]);
});

describe('a reading that is old', () => {
  const drift = (ageSec: number, count = 0) => [
    reads({ projection_drift: makeReading(makeDrift(count), { read_at_ms: ago(ageSec) }) }),
  ];

  it.each([
    [60, 'green', 'no site differs from its events'],
    [60.001, 'unknown', 'no site differs from its events, as read 60s ago'],
    [61, 'unknown', 'no site differs from its events, as read 61s ago'],
  ])('of %i s answers nothing beyond a minute', (ageSec, status, fact) => {
    expect(row('drift', drift(ageSec))).toMatchObject({ status, fact });
  });

  it('leaves what was wrong wrong', () => {
    expect(row('drift', drift(120, 3))).toMatchObject({
      status: 'red',
      fact: '3 sites differ from their events, as read 2m ago',
    });
  });

  it('counts for the checks of sites as well', () => {
    const fleet = dynamicFleet();
    const site_activity = fleet.site_activity.ok
      ? makeReading(fleet.site_activity.value, { read_at_ms: ago(61) })
      : fleet.site_activity;
    expect(row('checks', [reads({ site_activity })])).toMatchObject({ status: 'unknown' });
  });
});

describe('each row tells', () => {
  it('when the oldest of its reads was taken, and null when one failed', () => {
    const older = makeReading(makeDeliveryQueue(), { read_at_ms: ago(5) });
    expect(row('queues', [reads({ alert_deliveries: older })]).read_at).toBe('2026-04-30T13:59:55Z');
    expect(row('queues', [reads({ webhook_deliveries: older })]).read_at).toBe('2026-04-30T13:59:55Z');
    expect(row('queues', [reads({ alert_deliveries: failedReading() })]).read_at).toBeNull();
    expect(row('heartbeats', []).read_at).toBe('2026-04-30T14:00:00Z');
  });

  it('the causes that its issues belong to', () => {
    const { causes, checklist } = judge(
      after(dynamicFleet(), setProcesses({ updated_at_ms: ago(900) }, on('jetmon-b')), setDrift(1)),
    );
    const codes = (code: ChecklistCode) =>
      checklist.find((each) => each.code === code)?.cause_refs.map((ref) => causes[ref]?.code);
    expect(codes('heartbeats')).toEqual(['host_silent']);
    expect(codes('ownership')).toEqual(['host_silent']);
    expect(codes('drift')).toEqual(['projection_drift']);
    expect(codes('queues')).toEqual([]);
  });
});
