import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { makeDeliverer, makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { judgeDeliveryPosture } from './delivery-posture.ts';

const NO_WORKERS = makeProcessHealth();
const deliverer = (host_id: string, delivery_owner_host: string) =>
  makeDeliverer({ host_id, delivery_owner_host });

function judge(rows: ProcessHealth[], pending: number | null = 0) {
  return judgeDeliveryPosture(judgeProcesses(rows, NOW_MS, 600), pending);
}

describe('the posture, by the first rule that applies', () => {
  it.each([
    ['none enabled, nothing pending', [NO_WORKERS], 0, 'green', 'no_workers'],
    ['none enabled, one pending', [NO_WORKERS], 1, 'amber', 'queued_without_worker'],
    ['no processes at all, one pending', [], 1, 'amber', 'queued_without_worker'],
    ['none enabled, pending not known', [NO_WORKERS], null, 'green', 'no_workers'],
    [
      'one without an owner, one with',
      [deliverer('a', ''), deliverer('b', 'b')],
      0,
      'amber',
      'mixed_ownership',
    ],
    [
      'one without an owner, two with different ones',
      [deliverer('a', ''), deliverer('b', 'b'), deliverer('c', 'c')],
      0,
      'amber',
      'mixed_ownership',
    ],
    ['all without an owner', [deliverer('a', ''), deliverer('b', '  ')], 0, 'amber', 'owner_unset'],
    ['two owners', [deliverer('a', 'a'), deliverer('b', 'b')], 0, 'amber', 'multiple_owners'],
    ['two processes, one owner', [deliverer('a', 'a'), deliverer('b', ' a ')], 0, 'green', 'single_owner'],
    ['one owner, much pending', [deliverer('a', 'a')], 9000, 'green', 'single_owner'],
    ['owners that differ in case', [deliverer('a', 'a'), deliverer('b', 'A')], 0, 'amber', 'multiple_owners'],
  ] as const)('%s', (_, rows, pending, status, code) => {
    expect(judge([...rows], pending)).toMatchObject({ status, code });
  });
});

describe('who counts', () => {
  it.each([
    ['a stopped deliverer', { state: 'stopped' }],
    ['a stopping deliverer', { state: 'stopping' }],
    ['a stale deliverer', { updated_at_ms: NOW_MS - 600_001 }],
    ['a deliverer whose workers are not enabled', { delivery_workers_enabled: false }],
  ])('%s does not own delivery', (_, overrides) => {
    expect(judge([makeDeliverer(overrides)], 1)).toMatchObject({
      code: 'queued_without_worker',
      enabled_process_count: 0,
      enabled_hosts: [],
      owner_hosts: [],
    });
  });

  it('a monitor with delivery workers does', () => {
    const monitor = makeProcessHealth({ delivery_workers_enabled: true, delivery_owner_host: 'x' });
    expect(judge([monitor])).toMatchObject({ code: 'single_owner', owner_hosts: ['x'] });
  });

  it('a deliverer exactly at the grace does', () => {
    expect(judge([makeDeliverer({ updated_at_ms: NOW_MS - 600_000 })])).toMatchObject({
      code: 'single_owner',
    });
  });
});

it('processes are counted, hosts and trimmed owners are listed once, by code point', () => {
  const rows = [
    deliverer('\u{1f600}', ' b '),
    deliverer('\uff21', 'a'),
    deliverer('h', 'b'),
    makeProcessHealth({ host_id: 'h', delivery_workers_enabled: true, delivery_owner_host: '' }),
  ];
  expect(judge(rows)).toMatchObject({
    enabled_process_count: 4,
    enabled_hosts: ['h', '\uff21', '\u{1f600}'],
    owner_hosts: ['a', 'b'],
  });
});

describe('the message names the hosts and the numbers', () => {
  it.each([
    [[], 1, '1 delivery is queued and no active process has delivery workers enabled'],
    [[], 2, '2 deliveries are queued and no active process has delivery workers enabled'],
    [[], 0, 'no active process has delivery workers enabled'],
    [
      [deliverer('b', ''), deliverer('a', ''), deliverer('c', 'y'), deliverer('d', 'x')],
      0,
      'delivery workers without DELIVERY_OWNER_HOST on a, b, while others name x, y',
    ],
    [[deliverer('a', '')], 0, 'delivery workers without DELIVERY_OWNER_HOST on a'],
    [[deliverer('a', 'y'), deliverer('b', 'x')], 0, 'active processes name 2 delivery owners: x, y'],
    [[deliverer('a', ' x ')], 0, 'delivery owner is constrained to x'],
  ])('%#: %s', (rows, pending, message) => {
    expect(judge(rows, pending).message).toBe(message);
  });
});
