import { expect, it } from 'vitest';
import { changedQuery } from '../../location/query-string.ts';
import { EMPTY_QUERY, processQueryChanges, readProcessQuery } from './process-query.ts';

it('asks for nothing by an empty address, or one with values that mean nothing', () => {
  expect(readProcessQuery('')).toEqual(EMPTY_QUERY);
  expect(readProcessQuery('?wall=1&sort=-beauty&problems=maybe&health=')).toEqual(EMPTY_QUERY);
});

it('comes back from the address as it was', () => {
  const query = {
    filter: 'type:monitor "eu west"',
    health: ['stale', 'red'],
    problemsOnly: true,
    healthyShown: true,
    sort: { key: 'heartbeat', descending: true },
  } as const;
  const search = changedQuery('?theme=dark', processQueryChanges(query));
  expect(search).toMatch(/^\?theme=dark&/);
  expect(readProcessQuery(search)).toEqual(query);
});

it('leaves nothing behind in the address once nothing is asked', () => {
  expect(changedQuery('?filter=x&sort=-type&healthy=1', processQueryChanges(EMPTY_QUERY))).toBe('');
});
