import { expect, it } from 'vitest';
import type { Moment } from '../../clock/moment.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { FleetUnavailable } from '../fleet-failure.ts';
import { PollFailed } from '../polling/fleet-query.ts';
import { fleetView, TOO_OLD_SEC } from './fleet-view.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

const at = (seconds: number): Moment => ({ monotonicMs: seconds * 1000, wallMs: 1e12 + seconds * 1000 });

const reading = (generated_at = '2026-04-30T14:00:00Z', ageSec = 0): SnapshotReading => ({
  snapshot: snapshotWith({ generated_at }),
  received: at(0),
  ageSec,
});

const failed = (second: number, past: SnapshotReading | null = null, before: PollFailed | null = null) =>
  new PollFailed(
    new FleetUnavailable({ kind: 'http', status: 503, title: 'down', request_id: null, past }),
    at(second),
    before,
  );

it('is loading until the first answer', () => {
  expect(fleetView({ data: null, error: null }, at(0))).toEqual({ kind: 'loading' });
});

it('is live with a fresh answer', () => {
  const data = reading();
  expect(fleetView({ data, error: null }, at(5))).toEqual({ kind: 'live', reading: data });
});

it('a failed poll says NO DATA, not RED, and keeps the last values', () => {
  const data = reading();
  expect(fleetView({ data, error: failed(5) }, at(5))).toMatchObject({ kind: 'noData', reading: data });
});

it('a failed poll without any earlier answer says NO DATA, not loading for ever', () => {
  expect(fleetView({ data: null, error: failed(1) }, at(1))).toMatchObject({ kind: 'noData', reading: null });
});

it(`turns NO DATA past ${TOO_OLD_SEC} s though nothing has failed, and not before`, () => {
  const data = reading();
  expect(fleetView({ data, error: null }, at(30)).kind).toBe('live');
  expect(fleetView({ data, error: null }, at(30.1))).toMatchObject({
    kind: 'noData',
    reading: data,
    reason: { kind: 'silent' },
  });
});

it('does not care that the clock of the browser is an hour off', () => {
  const data = reading();
  const wrongClock = { monotonicMs: 5_000, wallMs: at(5).wallMs - 3_600_000 };
  expect(fleetView({ data, error: null }, wrongClock).kind).toBe('live');
});

it('turns NO DATA at once when the machine wakes from sleep', () => {
  const awake = { monotonicMs: 1_000, wallMs: at(7_200).wallMs };
  expect(fleetView({ data: reading(), error: null }, awake).kind).toBe('noData');
});

it('shows the last snapshot of a failing API to whoever opens the page only now', () => {
  const past = reading('2026-04-30T13:58:00Z', 138);
  expect(fleetView({ data: null, error: failed(1, past) }, at(1))).toMatchObject({
    kind: 'noData',
    reading: { snapshot: past.snapshot, ageSec: 138 },
  });
});

it('shows the later of its own and the API’s last snapshot', () => {
  const own = reading('2026-04-30T14:00:00Z');
  const older = reading('2026-04-30T13:58:00Z', 138);
  const later = reading('2026-04-30T14:00:05Z', 2);
  expect(fleetView({ data: own, error: failed(6, older) }, at(6))).toMatchObject({ reading: own });
  expect(fleetView({ data: own, error: failed(6, later) }, at(6))).toMatchObject({
    reading: { snapshot: later.snapshot },
  });
});

it('counts the outage from the first failed poll and keeps what an earlier failure brought', () => {
  const first = failed(10, reading('2026-04-30T13:58:00Z', 138));
  const second = failed(20, null, first);
  expect(fleetView({ data: null, error: second }, at(21))).toMatchObject({
    since: at(10),
    reading: { ageSec: 138 },
  });
  expect(second.failures).toBe(2);
});
