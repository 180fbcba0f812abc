import { expect, test } from 'vitest';
import { labelledStates, seedExample } from './labelled-states.ts';

test('there are 80 labelled states, each with a name of its own', () => {
  const names = labelledStates().map(({ name }) => name);
  expect(new Set(names).size).toBe(80);
});

test('the worked example comes with the sentences that it shows', () => {
  expect(seedExample().texts?.['summary.message']).toBe('fleet needs operator attention');
});
