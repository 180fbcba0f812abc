import { describe, expect, it } from 'vitest';
import { type FleetMemory, NOTHING_REMEMBERED } from '../../domain/fleet-memory.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { after, deleteOwners, deleteProcesses, on, setProcesses } from '../../testing/change-readings.ts';
import { goOn } from '../../testing/go-on.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';
import { remember, rememberOnly } from './remember.ts';

const DAY_MS = 86_400_000;
const B = 'jetmon-b:monitor';

function lookAt(...looks: FleetReadings[]): FleetMemory {
  return looks.reduce(remember, NOTHING_REMEMBERED);
}

const seenB = (...looks: FleetReadings[]) => lookAt(...looks).processes.get(B);

describe('of each process', () => {
  it('is known what it reported when it was last seen', () => {
    expect(seenB(dynamicFleet())).toEqual({
      process_id: B,
      host_id: 'jetmon-b',
      process_type: 'monitor',
      state: 'running',
      bucket_min: 334,
      bucket_max: 666,
      delivery_workers_enabled: false,
      heartbeat_ms: NOW_MS - 4000,
      heartbeat_seen_ms: NOW_MS,
      last_seen_ms: NOW_MS,
      range_differs_since_ms: null,
    });
  });

  it('a heartbeat is known since it was first seen, and a new one since now', () => {
    const still = { ...goOn(dynamicFleet(), 30_000), process_health: dynamicFleet().process_health };
    expect(seenB(dynamicFleet(), still)).toMatchObject({
      heartbeat_seen_ms: NOW_MS,
      last_seen_ms: NOW_MS + 30_000,
    });
    expect(seenB(dynamicFleet(), goOn(dynamicFleet(), 30_000))).toMatchObject({
      heartbeat_seen_ms: NOW_MS + 30_000,
    });
  });

  it('that is gone all is kept for 24 h', () => {
    const gone = (ms: number) => after(goOn(dynamicFleet(), ms), deleteProcesses(on('jetmon-b')));
    expect(seenB(dynamicFleet(), gone(DAY_MS))).toMatchObject({ last_seen_ms: NOW_MS });
    expect(seenB(dynamicFleet(), gone(DAY_MS + 1))).toBeUndefined();
  });
});

describe('since when a report and its owner row differ', () => {
  const wrong = (ms: number) =>
    after(goOn(dynamicFleet(), ms), setProcesses({ bucket_max: 700 }, on('jetmon-b')));
  const sinceOf = (...looks: FleetReadings[]) => seenB(...looks)?.range_differs_since_ms;

  it('at the first look: since the process started, or ever where it does not say', () => {
    const startless = after(wrong(0), setProcesses({ started_at_ms: null }, on('jetmon-b')));
    expect(sinceOf(wrong(0))).toBe(NOW_MS - 3_600_000);
    expect(sinceOf(startless)).toBe(0);
  });

  it('later: since the look at which they first did', () => {
    expect(sinceOf(dynamicFleet(), wrong(30_000), wrong(60_000))).toBe(NOW_MS + 30_000);
  });

  it('of a process that is new: since it started, not since ever', () => {
    const absent = after(dynamicFleet(), deleteProcesses(on('jetmon-b')));
    const started = after(wrong(30_000), setProcesses({ started_at_ms: NOW_MS + 25_000 }, on('jetmon-b')));
    expect(sinceOf(absent, started)).toBe(NOW_MS + 25_000);
  });

  it('begins anew once they have agreed', () => {
    expect(sinceOf(wrong(0), goOn(dynamicFleet(), 30_000))).toBeNull();
    expect(sinceOf(wrong(0), goOn(dynamicFleet(), 30_000), wrong(60_000))).toBe(NOW_MS + 60_000);
  });

  it('goes on through a look at which the owners could not be read', () => {
    const unread = { ...wrong(60_000), bucket_owners: failedReading() };
    expect(sinceOf(dynamicFleet(), wrong(30_000), unread, wrong(90_000))).toBe(NOW_MS + 30_000);
    expect(sinceOf(unread)).toBeNull();
  });

  it('counts a row that is gone', () => {
    const rowless = after(goOn(dynamicFleet(), 30_000), deleteOwners(on('jetmon-b')));
    expect(sinceOf(dynamicFleet(), rowless)).toBe(NOW_MS + 30_000);
  });
});

it('looking again makes a new memory, and leaves the old one as it was', () => {
  const first = rememberOnly(dynamicFleet());
  remember(first, after(goOn(dynamicFleet(), 30_000), setProcesses({ state: 'stopped' })));
  expect(first).toEqual(rememberOnly(dynamicFleet()));
});

describe('a clock that is set back an hour', () => {
  const HOUR_MS = 3_600_000;
  const without = after(goOn(dynamicFleet(), -HOUR_MS), deleteProcesses(on('jetmon-b')));

  it('leaves nobody who was last seen in the future', () => {
    expect(seenB(dynamicFleet(), without)).toMatchObject({
      last_seen_ms: NOW_MS - HOUR_MS,
      heartbeat_seen_ms: NOW_MS - HOUR_MS,
    });
  });
});
