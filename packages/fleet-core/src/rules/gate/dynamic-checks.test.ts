import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { buildSnapshot } from '../../snapshot.ts';
import {
  after,
  deleteOwners,
  deleteProcesses,
  on,
  setOwners,
  setProcesses,
} from '../../testing/change-readings.ts';
import { checkOf, gateText, makeGateQuestion } from '../../testing/gate-of.ts';
import { judge } from '../../testing/judge.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';
import { judgeGate } from './gate.ts';

const DYNAMIC = { for: 'dynamic' } as const;
const stopped = after(
  dynamicFleet(),
  setProcesses({ state: 'stopped' }, on('jetmon-c')),
  deleteOwners(on('jetmon-c')),
  setOwners({ bucket_max: 999 }, on('jetmon-b')),
  setProcesses({ bucket_max: 999 }, on('jetmon-b')),
);

describe('every monitor is dynamic', () => {
  const isDynamic = (fleet: FleetReadings) => checkOf('all_dynamic', judge(fleet), DYNAMIC);

  it.each([
    ['all', dynamicFleet(), true],
    [
      'all but one that is pinned',
      after(dynamicFleet(), setProcesses({ bucket_ownership: 'pinned' }, on('jetmon-a'))),
      false,
    ],
    [
      'all but one that is silent',
      after(dynamicFleet(), setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-a'))),
      null,
    ],
    [
      'all but one that does not say',
      after(dynamicFleet(), setProcesses({ bucket_ownership: '' }, on('jetmon-a'))),
      null,
    ],
    [
      'all, one with a heartbeat to come',
      after(dynamicFleet(), setProcesses({ updated_at_ms: NOW_MS + 61_000 }, on('jetmon-a'))),
      null,
    ],
    ['all but one that stopped and left no row', stopped, true],
    ['all but an owner without a monitor', after(dynamicFleet(), deleteProcesses(on('jetmon-a'))), false],
  ])('%s', (_, fleet, ok) => {
    expect(isDynamic(fleet).ok).toBe(ok);
  });

  it('a planned host that has stopped, or is absent, is missing', () => {
    const planned = (host_id: string) => ({ host_id, bucket_min: null, bucket_max: null });
    const plan = makePlan({ monitors: [planned('jetmon-c'), planned('jetmon-x')] });
    const snapshot = buildSnapshot(stopped, makeContext({ plan }));
    expect(checkOf('all_dynamic', snapshot, DYNAMIC)).toMatchObject({
      ok: false,
      fact: 'stopped: jetmon-c; without a monitor: jetmon-x',
    });
  });
});

it('nobody is pinned: one that is fails, one that cannot be read is not known', () => {
  const pinned = after(dynamicFleet(), setProcesses({ bucket_ownership: 'pinned' }, on('jetmon-a')));
  expect(checkOf('nobody_pinned', judge(pinned), DYNAMIC)).toMatchObject({
    ok: false,
    fact: 'pinned: jetmon-a',
  });
  const fleet = dynamicFleet();
  const unreadable = makeReading(fleet.process_health.value, { unreadable: ['jetmon-x:monitor'] });
  expect(checkOf('nobody_pinned', judge({ ...fleet, process_health: unreadable }), DYNAMIC).ok).toBeNull();
});

it('every bucket is owned once, by an owner who is fit: one bucket too few or too many fails', () => {
  const owned = (columns: Parameters<typeof setOwners>[0]) =>
    checkOf('owned_once', judge(after(dynamicFleet(), setOwners(columns, on('jetmon-b')))), DYNAMIC).ok;
  expect(owned({})).toBe(true);
  expect(owned({ bucket_max: 665 })).toBe(false);
  expect(owned({ bucket_max: 667 })).toBe(false);
  expect(owned({ status: 'draining' })).toBe(false);
  expect(owned({ last_heartbeat_ms: NOW_MS - 601_000 })).toBe(false);
});

it('a failed check outweighs one that is not known, and that outweighs those that pass', () => {
  const silent = after(dynamicFleet(), setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-a')));
  const gate = (fleet: FleetReadings) => judgeGate(judge(fleet), makeGateQuestion(DYNAMIC));
  expect(gate(dynamicFleet())).toMatchObject({ ok: true, code: 'pass' });
  expect(gate(silent)).toMatchObject({ ok: false, code: 'unknown' });
  expect(gate(after(silent, setOwners({ bucket_max: 667 }, on('jetmon-b'))))).toMatchObject({
    ok: false,
    code: 'fail',
  });
});

it('the answer says what was asked, and of which moment', () => {
  expect(judgeGate(judge(dynamicFleet()), makeGateQuestion(DYNAMIC))).toMatchObject({
    schema_version: 1,
    generated_at: '2026-04-30T14:00:00Z',
    question: { for: 'dynamic', host: null, buckets: null, max: 'green', ignore: [] },
  });
});

it('without what it takes to answer nothing passes', () => {
  const snapshot = judge(dynamicFleet());
  const answer = (question: Parameters<typeof makeGateQuestion>[0], of = snapshot) =>
    gateText(judgeGate(of, makeGateQuestion(question)));
  expect(answer({ for: 'cutover' })).toMatch(/^unknown · owned_once\? no host and range were named/);
  expect(answer({ for: 'rollback' })).toMatch(/^unknown · no_owner_row\? no range was named/);
  expect(answer(DYNAMIC, { ...snapshot, rollout: null })).toMatch(/^unknown · all_dynamic\? how far/);
  const rollback = answer({ for: 'cutover', host: 'jetmon-b', buckets: { min: 334, max: 666 } });
  expect(rollback).toBe(
    'unknown · sites_checked? the sites of the range were not looked at · drift? the sites of the range were not looked at',
  );
});
