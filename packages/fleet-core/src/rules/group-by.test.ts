import { expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

it('groups keep the order in which items come, and what has no key is left out', () => {
  const groups = groupBy([3, 1, 4, 0, 5], (n) => (n === 0 ? undefined : n % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [3, 1, 5]],
    ['even', [4]],
  ]);
});
