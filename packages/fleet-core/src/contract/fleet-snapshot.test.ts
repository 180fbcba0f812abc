import { expect, it } from 'vitest';
import { makeProcessHealth } from '../testing/make/make-process-health.ts';
import { makeReading } from '../testing/make/make-reading.ts';
import { makeSnapshot } from '../testing/make/make-snapshot.ts';
import { FleetSnapshot } from './fleet-snapshot.ts';

it('a snapshot survives the way through JSON and the schema unchanged', () => {
  const snapshot = makeSnapshot();
  expect(FleetSnapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});

it('a reader accepts words of a newer API, so that one new code does not blind it', () => {
  const { summary, ...rest } = makeSnapshot();
  const newer = { ...rest, summary: { ...summary, suggested_next_action_code: 'call_somebody' } };
  expect(FleetSnapshot.parse(newer).summary.suggested_next_action_code).toBe('call_somebody');
});

it('a reader leaves out fields of a newer API', () => {
  expect(FleetSnapshot.parse({ ...makeSnapshot(), weather: 'fine' })).toEqual(makeSnapshot());
});

it.each([
  ['a negative count', -1],
  ['a fraction', 0.5],
  ['a number as text', '1'],
  ['null', null],
])('a count is a whole number from zero up: %s is refused', (_, red_processes) => {
  const { summary, ...rest } = makeSnapshot();
  expect(FleetSnapshot.safeParse({ ...rest, summary: { ...summary, red_processes } }).success).toBe(false);
});

it.each(['2026-04-30 14:00:00', '2026-04-30T14:00:00', '2026-04-30T14:00:00+02:00'])(
  'an instant is RFC 3339 in UTC: %s is refused',
  (generated_at) => {
    expect(FleetSnapshot.safeParse({ ...makeSnapshot(), generated_at }).success).toBe(false);
  },
);

it('a section cannot be missing', () => {
  const { delivery, ...rest } = makeSnapshot();
  expect(delivery.status).toBe('green');
  expect(FleetSnapshot.safeParse(rest).success).toBe(false);
});

it('a process type called __proto__ is counted like any other, on its way through JSON too', () => {
  const processes = [
    makeProcessHealth(),
    makeProcessHealth({ process_type: '__proto__', version: '__proto__' }),
  ];
  const snapshot = makeSnapshot({ process_health: makeReading(processes) });
  const received = FleetSnapshot.parse(JSON.parse(JSON.stringify(FleetSnapshot.parse(snapshot))));
  expect(Object.entries(received.process_counts)).toEqual([
    ['__proto__', 1],
    ['monitor', 1],
  ]);
  expect(received.versions).toContainEqual({ version: '__proto__', process_type: '__proto__', count: 1 });
});

it.each([[['monitor']], [{ monitor: -1 }], [{ monitor: '1' }], [null], ['monitor']])(
  'counts by type are whole numbers by word: %j is refused',
  (process_counts) => {
    expect(FleetSnapshot.safeParse({ ...makeSnapshot(), process_counts }).success).toBe(false);
  },
);
