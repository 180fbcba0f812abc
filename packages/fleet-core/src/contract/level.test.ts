import { expect, it } from 'vitest';
import { worstLevel } from './level.ts';

it('red is worse than amber, amber than green', () => {
  expect(worstLevel(['green', 'amber', 'green'])).toBe('amber');
  expect(worstLevel(['amber', 'red', 'green'])).toBe('red');
  expect(worstLevel(['green'])).toBe('green');
});

it('with nothing to judge the level is green', () => {
  expect(worstLevel([])).toBe('green');
});
