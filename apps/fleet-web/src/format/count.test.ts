import { expect, it } from 'vitest';
import { countOf, formatCount } from './count.ts';

it('shows a number that was not read as a dash, never as 0', () => {
  expect(formatCount(null)).toBe('—');
  expect(formatCount(0)).toBe('0');
});

it('separates thousands', () => {
  expect(formatCount(1204)).toBe('1,204');
});

it('says one gap and two gaps', () => {
  expect(countOf(1, 'gap')).toBe('1 gap');
  expect(countOf(2, 'gap')).toBe('2 gaps');
  expect(countOf(null, 'process', 'processes')).toBe('— processes');
});
