import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { makeCoverage, makeLock, makeOwner } from '../../../testing/make-coverage.ts';
import BucketOwners from './bucket-owners.tsx';

afterEach(cleanup);

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

it('lists owners that are silent, not active or overlap ahead of the others, each group by range', () => {
  const hosts = [
    makeOwner('a', 0, 99),
    { ...makeOwner('b', 100, 199), stale: true },
    makeOwner('c', 200, 299),
    { ...makeOwner('d', 300, 399), status: 'draining' },
    makeOwner('e', 400, 499),
  ];
  const overlaps = [{ min: 400, max: 410, host_ids: ['e'] }];
  render(<BucketOwners coverage={makeCoverage({ hosts, overlaps })} graceSec={600} />);
  expect(names()).toEqual(['b', 'd', 'e', 'a', 'c']);
});

it('lists locks without an active monitor ahead of the others', () => {
  const locks = [makeLock('a', 0, 99), makeLock('b', 100, 199, { held: false })];
  render(
    <BucketOwners coverage={makeCoverage({ mode: 'api_controlled', hosts: [], locks })} graceSec={600} />,
  );
  expect(names()).toEqual(['b', 'a']);
});

it('lists pinned monitors that share buckets ahead of the others', () => {
  const pinned = ['a', 'b', 'c'].map((host_id, place) => ({
    process_id: `${host_id}:monitor`,
    host_id,
    bucket_min: place * 100,
    bucket_max: place * 100 + 99,
  }));
  const overlaps = [{ min: 190, max: 200, host_ids: ['b', 'c'] }];
  render(<BucketOwners coverage={makeCoverage({ mode: 'pinned', pinned, overlaps })} graceSec={600} />);
  expect(names()).toEqual(['b:monitor', 'c:monitor', 'a:monitor']);
});
