import { expect, it } from 'vitest';
import { worstStatus } from './worst-status.ts';

it('red is worse than amber, amber than green', () => {
  expect(worstStatus(['green', 'red', 'amber'])).toBe('red');
  expect(worstStatus(['amber', 'green'])).toBe('amber');
});

it.each(['purple', '', 'GREEN'])('a word it does not know, "%s", never passes for healthy', (word) => {
  expect(worstStatus(['green', word, 'amber'])).toBe(word);
  expect(worstStatus([word, 'red'])).toBe('red');
});

it('with nothing to judge the status is green', () => {
  expect(worstStatus([])).toBe('green');
});
