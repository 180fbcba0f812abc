import { describe, expect, it } from 'vitest';
import { NEXT_ACTION_CODES, type NextActionCode } from '../../contract/summary.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { discovering, makeVantage, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { NOW_MS } from '../../testing/make/now.ts';

type Trouble = { rows?: ProcessHealth[]; readings?: Partial<FleetReadings>; without_monitors?: true };

/** What alone calls for each action, most urgent first; each can happen together with all that follow. */
const TROUBLES: Record<NextActionCode, Trouble> = {
  investigate_stale_processes: {
    rows: [makeProcessHealth({ host_id: 's', process_type: 'api', updated_at_ms: NOW_MS - 601_000 })],
  },
  fix_bucket_coverage: { readings: { bucket_owners: failedReading() } },
  fix_projection_drift: { readings: { projection_drift: makeReading(makeDrift(1)) } },
  investigate_delivery_failures: {
    readings: { webhook_deliveries: makeReading(makeDeliveryQueue({ failed_since: 1 })) },
  },
  fix_verifliers: {
    rows: [makeProcessHealth({ host_id: 'v', ...discovering('active') })],
    readings: makeVerifliers([], []),
  },
  resolve_red_processes: {
    rows: [makeProcessHealth({ host_id: 'r', process_type: 'api', health_status: 'red' })],
  },
  drain_due_deliveries: {
    readings: { alert_deliveries: makeReading(makeDeliveryQueue({ due_now: 1 })) },
  },
  confirm_delivery_owner: { rows: [makeDeliverer({ host_id: 'd', delivery_owner_host: '' })] },
  confirm_bucket_ownership: { readings: { bucket_owners: makeReading([]) } },
  start_monitor_heartbeats: { without_monitors: true },
  clear_amber_processes: {
    rows: [makeProcessHealth({ host_id: 'a', process_type: 'api', health_status: 'amber' })],
  },
  review_warnings: {
    rows: [makeProcessHealth({ host_id: 'w', process_type: 'api', dependency_health_readable: false })],
  },
  continue: {},
};

function actionOf(troubles: Trouble[]): string {
  const monitors = troubles.some((trouble) => trouble.without_monitors) ? [] : [makeProcessHealth()];
  const rows = [...monitors, ...troubles.flatMap((trouble) => trouble.rows ?? [])];
  // The more urgent of two readings of one source stands.
  let readings: Partial<FleetReadings> = {};
  for (const trouble of troubles.toReversed()) readings = { ...readings, ...trouble.readings };
  return makeSnapshot({ ...readings, process_health: makeReading(rows) }).summary.suggested_next_action_code;
}

describe('each trouble alone calls for its action', () => {
  it.each(NEXT_ACTION_CODES)('%s', (code) => {
    expect(actionOf([TROUBLES[code]])).toBe(code);
  });
});

describe('of all troubles together the most urgent one calls for the action', () => {
  it.each(NEXT_ACTION_CODES.map((code, i) => [code, NEXT_ACTION_CODES.slice(i)] as const))(
    '%s, with all that is less urgent',
    (code, codes) => {
      expect(actionOf(codes.map((each) => TROUBLES[each]))).toBe(code);
    },
  );
});

describe('of any two troubles the more urgent one calls for the action', () => {
  const pairs = NEXT_ACTION_CODES.flatMap((first, i) =>
    NEXT_ACTION_CODES.slice(i + 1).map((second) => [first, second] as const),
  );
  it.each(pairs)('%s before %s', (first, second) => {
    expect(actionOf([TROUBLES[first], TROUBLES[second]])).toBe(first);
  });
});

describe('verifliers that only warn', () => {
  const warning: Trouble = { readings: makeVerifliers([makeVantage({ endpoint_host: '' })]) };

  it('call for their own action', () => {
    expect(actionOf([warning])).toBe('fix_verifliers');
  });

  it.each(NEXT_ACTION_CODES.filter((code) => !['fix_verifliers', 'continue'].includes(code)))(
    'come after the owner of delivery, and before all that is less urgent: %s',
    (code) => {
      const isMoreUrgent =
        NEXT_ACTION_CODES.indexOf(code) <= NEXT_ACTION_CODES.indexOf('confirm_delivery_owner');
      expect(actionOf([warning, TROUBLES[code]])).toBe(isMoreUrgent ? code : 'fix_verifliers');
    },
  );
});

it('an unknown health calls for clearing amber processes', () => {
  expect(actionOf([{ rows: [makeProcessHealth({ host_id: 'u', health_status: 'odd' })] }])).toBe(
    'clear_amber_processes',
  );
});

it.each([
  ['drift is amber, which has no action of its own', {}, { bucket_total: 0 }, 'confirm_bucket_ownership'],
  [
    'a heartbeat lies in the future',
    { process_health: makeReading([makeProcessHealth({ updated_at_ms: NOW_MS + 61_000 })]) },
    {},
    'review_warnings',
  ],
  [
    'pinned ranges overlap',
    { process_health: makeReading([makePinnedMonitor('a', 0, 5), makePinnedMonitor('b', 5, 9)]) },
    {},
    'confirm_bucket_ownership',
  ],
] as const)('when %s', (_, readings, thresholds: Partial<Thresholds>, code) => {
  expect(makeSnapshot(readings, thresholds).summary.suggested_next_action_code).toBe(code);
});

describe('the sentence', () => {
  const textOf = (readings: Partial<FleetReadings>, thresholds: Partial<Thresholds> = {}) =>
    makeSnapshot(readings, thresholds).summary.suggested_next_action;

  it('of each action is another one, and ends with a full stop', () => {
    const texts = NEXT_ACTION_CODES.map((code) => {
      const { rows = [], readings = {}, without_monitors } = TROUBLES[code];
      const monitors = without_monitors ? [] : [makeProcessHealth()];
      return textOf({ ...readings, process_health: makeReading([...monitors, ...rows]) });
    });
    expect(new Set(texts).size).toBe(NEXT_ACTION_CODES.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].+\.$/);
  });

  it.each([
    [
      'pinned',
      [makePinnedMonitor('a', 0, 9)],
      1000,
      'pinned rollout before expecting dynamic bucket coverage',
    ],
    [
      'mixed',
      [makePinnedMonitor('a', 0, 9), makeProcessHealth()],
      1000,
      'which monitors are meant to be pinned',
    ],
    ['without a bucket total', [makeProcessHealth()], 0, 'Set BUCKET_TOTAL'],
  ])('about bucket ownership says what to confirm: %s', (_, rows, bucket_total, text) => {
    expect(textOf({ process_health: makeReading(rows) }, { bucket_total })).toContain(text);
  });

  it('about bucket ownership without owner rows names their table', () => {
    expect(textOf({ bucket_owners: makeReading([]) })).toContain('jetmon_hosts');
    expect(textOf({ bucket_owners: makeReading([makeBucketOwner('a', 0, 999)]) })).not.toContain(
      'jetmon_hosts',
    );
  });
});
