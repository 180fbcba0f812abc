import { describe, expect, it } from 'vitest';
import { CHECKLIST_CODES, type ChecklistCode } from '../../contract/checklist.ts';
import { after, on, setDrift, setProcesses, setReadings } from '../../testing/change-readings.ts';
import { checklistRow } from '../../testing/checklist-row.ts';
import { judge } from '../../testing/judge.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

it('the questions come in their fixed order, whatever is wrong; that of verifliers where there are such tables', () => {
  for (const fleet of [dynamicFleet(), after(dynamicFleet(), setDrift(1)), pinnedFleet()]) {
    expect(judge(fleet).checklist.map(({ code }) => code)).toEqual(
      CHECKLIST_CODES.filter((code) => code !== 'verifliers'),
    );
    expect(judge({ ...fleet, ...makeVerifliers() }).checklist.map(({ code }) => code)).toEqual([
      ...CHECKLIST_CODES,
    ]);
  }
});

it('of a healthy fleet every row is green, and says by what', () => {
  expect(judge(dynamicFleet()).checklist.map(({ code, status, fact }) => [code, status, fact])).toEqual([
    ['heartbeats', 'green', '4 processes, all fresh and well'],
    ['ownership', 'green', '1,000 of 1,000 buckets covered, dynamic'],
    ['checks', 'green', '1,000 buckets with sites, none unchecked for over 15m'],
    ['drift', 'green', 'no site differs from its events'],
    ['queues', 'green', '0 due, 0 pending'],
    ['delivery_owner', 'green', "deliveries are jetmon-deliverer-1's alone"],
    ['dependencies', 'green', '1 dependency, none failing'],
  ]);
});

describe('a reading that is old', () => {
  const drift = (ageSec: number, count = 0) => [
    setReadings({ projection_drift: makeReading(makeDrift(count), { read_at_ms: secondsAgo(ageSec) }) }),
  ];

  it.each([
    [60, 'green', 'no site differs from its events'],
    [60.001, 'unknown', 'no site differs from its events, as read 60s ago'],
    [61, 'unknown', 'no site differs from its events, as read 61s ago'],
  ])('of %i s answers nothing beyond a minute', (ageSec, status, fact) => {
    expect(checklistRow('drift', drift(ageSec))).toMatchObject({ status, fact });
  });

  it('leaves what was wrong wrong', () => {
    expect(checklistRow('drift', drift(120, 3))).toMatchObject({
      status: 'red',
      fact: '3 sites differ from their events, as read 2m ago',
    });
  });

  it('counts for the checks of sites as well', () => {
    const fleet = dynamicFleet();
    const site_activity = fleet.site_activity.ok
      ? makeReading(fleet.site_activity.value, { read_at_ms: secondsAgo(61) })
      : fleet.site_activity;
    expect(checklistRow('checks', [setReadings({ site_activity })])).toMatchObject({ status: 'unknown' });
  });
});

describe('each row tells', () => {
  it('when the oldest of its reads was taken, and null when one failed', () => {
    const older = makeReading(makeDeliveryQueue(), { read_at_ms: secondsAgo(5) });
    expect(checklistRow('queues', [setReadings({ alert_deliveries: older })]).read_at).toBe(
      '2026-04-30T13:59:55Z',
    );
    expect(checklistRow('queues', [setReadings({ webhook_deliveries: older })]).read_at).toBe(
      '2026-04-30T13:59:55Z',
    );
    expect(checklistRow('queues', [setReadings({ alert_deliveries: failedReading() })]).read_at).toBeNull();
    expect(checklistRow('heartbeats', []).read_at).toBe('2026-04-30T14:00:00Z');
  });

  it('the causes that its issues belong to', () => {
    const { causes, checklist } = judge(
      after(dynamicFleet(), setProcesses({ updated_at_ms: secondsAgo(900) }, on('jetmon-b')), setDrift(1)),
    );
    const codes = (code: ChecklistCode) =>
      checklist.find((each) => each.code === code)?.cause_refs.map((ref) => causes[ref]?.code);
    expect(codes('heartbeats')).toEqual(['host_silent']);
    expect(codes('ownership')).toEqual(['host_silent']);
    expect(codes('drift')).toEqual(['projection_drift']);
    expect(codes('queues')).toEqual([]);
  });
});
