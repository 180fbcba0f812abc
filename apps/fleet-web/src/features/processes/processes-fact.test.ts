import { expect, it } from 'vitest';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { processesFact } from './processes-fact.ts';

it('counts the processes by type and by health', () => {
  expect(processesFact(snapshotWith())).toBe(
    '5 processes: 1 deliverer, 4 monitors · 0 stale · 0 red · 0 amber · 5 healthy',
  );
});

it('names every type, whatever it is called', () => {
  const process_counts = JSON.parse('{"monitor":1,"veriflier":3,"__proto__":2}');
  expect(processesFact(snapshotWith({ process_counts }))).toContain('1 monitor, 3 verifliers, 2 __proto__s');
});
