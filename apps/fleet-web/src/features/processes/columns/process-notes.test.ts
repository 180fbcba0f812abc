import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { bucketsText, deliveryText, memoryText } from './process-cells.ts';
import { processNotes } from './process-notes.ts';

const notes = (overrides: Parameters<typeof makeProcess>[0]) =>
  processNotes(makeProcess(overrides), 600).map((note) => note.text);

it('has nothing to say of a healthy process', () => {
  expect(notes({})).toEqual([]);
});

it('says how long a stale process has been silent and what the limit is', () => {
  expect(notes({ stale: true, last_heartbeat_age_sec: 842 })).toEqual([
    'silent for 14m 2s, limit 10m; said green before',
  ]);
});

it('names each dependency in trouble with its error, and no healthy one', () => {
  const dependency_health = [
    { name: 'mysql', status: 'red', last_error: 'i/o timeout', latency_ms: 3000 },
    { name: 'redis', status: 'green' },
    { name: '', status: 'wobbly' },
  ];
  expect(notes({ dependency_health })).toEqual([
    'mysql red: i/o timeout (3000 ms)',
    'unnamed dependency wobbly',
  ]);
});

it('shows an open WPCOM circuit with its queue', () => {
  expect(notes({ wpcom_circuit_open: true, wpcom_queue_depth: 912 })).toEqual([
    'WPCOM circuit open, 912 queued for it',
  ]);
});

it('shows resident memory where it is known, else what Go took from the system', () => {
  expect(memoryText(makeProcess({ rss_mem_mb: 132 }))).toEqual({ size: '132 MB', kind: 'RSS' });
  expect(memoryText(makeProcess({ rss_mem_mb: null }))).toEqual({ size: '96 MB', kind: 'sys' });
  expect(memoryText(makeProcess({ rss_mem_mb: 0, go_sys_mem_mb: 0 })).size).toBe('—');
});

it('shows a dash for a process without buckets', () => {
  expect(bucketsText(makeProcess({ bucket_min: null, bucket_max: null }))).toBe('—');
  expect(bucketsText(makeProcess({ bucket_min: 0, bucket_max: 333 }))).toBe('0–333');
});

it('says when delivery is on without an owner', () => {
  expect(deliveryText(makeProcess({ delivery_workers_enabled: true, delivery_owner_host: ' ' }))).toBe(
    'on, no owner set',
  );
  expect(deliveryText(makeProcess({ delivery_owner_host: 'd-1' }))).toBe('off, owner d-1');
});
