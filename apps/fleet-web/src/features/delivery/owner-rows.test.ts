import { expect, it } from 'vitest';
import { makeProcess } from '../../testing/make-process.ts';
import { ownerRows } from './owner-rows.ts';

const deliverer = (host_id: string, overrides: Parameters<typeof makeProcess>[0] = {}) =>
  makeProcess({
    host_id,
    process_type: 'deliverer',
    delivery_workers_enabled: true,
    delivery_owner_host: host_id,
    ...overrides,
  });

it('leaves out hosts that neither deliver nor are named', () => {
  expect(ownerRows([makeProcess({ host_id: 'a' }), deliverer('d-1')]).map((row) => row.host_id)).toEqual([
    'd-1',
  ]);
});

it('puts two hosts that name different owners side by side, stale or not', () => {
  const rows = ownerRows([deliverer('d-1'), deliverer('d-2', { stale: true })]);
  expect(rows).toMatchObject([
    { host_id: 'd-1', enabled: true, owner: 'd-1', stale: false },
    { host_id: 'd-2', enabled: true, owner: 'd-2', stale: true },
  ]);
});

it('shows the named host whose workers are switched off, after those that deliver', () => {
  const off = deliverer('d-1', { delivery_workers_enabled: false });
  const other = deliverer('d-2', { delivery_owner_host: 'd-1' });
  expect(ownerRows([off, other]).map(({ host_id, enabled }) => [host_id, enabled])).toEqual([
    ['d-2', true],
    ['d-1', false],
  ]);
});

it('shows a named host that nothing reports of', () => {
  const [, absent] = ownerRows([deliverer('d-1', { delivery_owner_host: 'gone' })]);
  expect(absent).toMatchObject({ host_id: 'gone', process_type: null });
});

it('shows the monitor of a delivering host no second time', () => {
  expect(ownerRows([makeProcess({ host_id: 'd-1' }), deliverer('d-1')])).toHaveLength(1);
});

it('leaves out what is retired, and what that named', () => {
  const retired = deliverer('old', { retired: true, stale: true, delivery_owner_host: 'older' });
  expect(ownerRows([retired, deliverer('d-1')]).map((row) => row.host_id)).toEqual(['d-1']);
});
