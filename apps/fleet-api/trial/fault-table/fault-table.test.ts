import { expect, it } from 'vitest';
import { type FaultFigures, faultTable, replaceTable } from './fault-table.ts';

const figures = (fault: string, recoveryMs: number): FaultFigures => ({
  fault,
  lastedMs: 4000,
  answers: 300,
  wrong: 0,
  problemCount: 200,
  worstLatencyMs: 2530.4,
  recoveryMs,
  attempts: 5,
  mostConnections: 4,
  leftRunning: 0,
});

it('has a row for each fault by name, and the median of the recoveries', () => {
  const table = faultTable([figures('b', 3000), figures('a', 1000), figures('c', 2000)]);
  expect(table.split('\n').slice(2, 5)).toEqual([
    '| a | 300 | 200 | 0 | 2530 ms | 1.0 s | 4 | 5 |',
    '| b | 300 | 200 | 0 | 2530 ms | 3.0 s | 4 | 5 |',
    '| c | 300 | 200 | 0 | 2530 ms | 2.0 s | 4 | 5 |',
  ]);
  expect(table).toContain('Median of the recoveries: 2.0 s.');
});

it('replaces what stands in its place and nothing else', () => {
  const document = 'a\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nb\n';
  expect(replaceTable(document, 'new')).toBe('a\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nb\n');
  expect(() => replaceTable('a', 'new')).toThrow('no place');
});
