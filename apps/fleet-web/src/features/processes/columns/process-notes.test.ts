import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { processNotes } from './process-notes.ts';

const notes = (overrides: Parameters<typeof makeProcess>[0]) =>
  processNotes(makeProcess(overrides)).map((note) => note.text);

it('has nothing to say of a healthy process', () => {
  expect(notes({})).toEqual([]);
});

it('says of a stale process that it is silent, and leaves for how long to the clock beside it', () => {
  expect(notes({ stale: true, last_heartbeat_age_sec: 842 })).toEqual(['silent; last reported green']);
});

it('says of a retired process that it is, and nothing of what it said before', () => {
  const dependency_health = [{ name: 'mysql', status: 'red' }];
  expect(notes({ retired: true, stale: true, last_heartbeat_age_sec: 90_000, dependency_health })).toEqual([
    'retired by plan, last heard of 1d 1h ago',
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
