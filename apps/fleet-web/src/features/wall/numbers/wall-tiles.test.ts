import { expect, it } from 'vitest';
import { answered } from '../../../testing/answered.ts';
import { makeCoverage } from '../../../testing/make-coverage.ts';
import { makeDelivery } from '../../../testing/make-delivery.ts';
import { makeSummary } from '../../../testing/make-summary.ts';
import { snapshotWith } from '../../../testing/snapshot-with.ts';
import { wallTiles } from './wall-tiles.ts';

type Overrides = Parameters<typeof snapshotWith>[0];
const tile = (name: string, overrides?: Overrides) =>
  wallTiles(snapshotWith(overrides)).find((candidate) => candidate.name === name);

it('has six numbers in fixed places', () => {
  expect(wallTiles(snapshotWith()).map(({ name }) => name)).toEqual([
    'Monitors',
    'Stale',
    'Buckets',
    'Due now',
    'Oldest due',
    'Drift',
  ]);
});

it.each([
  ['Buckets', 'ownership'],
  ['Due now', 'queues'],
  ['Oldest due', 'queues'],
  ['Drift', 'drift'],
] as const)(
  "%s has the API's answer to the question that it belongs to, whatever the number is",
  (name, code) => {
    const checklist = answered(code, { status: 'amber', planned: true });
    expect(tile(name, { checklist })).toMatchObject({ level: 'amber', planned: true });
    expect(tile(name, { checklist: [] })).not.toHaveProperty('level');
  },
);

it('only counts what the API does not judge', () => {
  const summary = makeSummary({ stale_processes: 1 });
  expect(tile('Stale', { summary })).toEqual({ name: 'Stale', value: '1' });
});

it('has an oldest due age only while something is due', () => {
  expect(tile('Oldest due')?.value).toBe('none');
  const due = makeDelivery({ due_now: 42, oldest_due_age_sec: 190 });
  expect(tile('Oldest due', { delivery: due })).toMatchObject({ ageSec: 190 });
});

it('shows a dash and no zero for what was not read', () => {
  const unread = { due_now: null, oldest_due_age_sec: null };
  const delivery = makeDelivery({ status: 'red', ...unread });
  expect(tile('Due now', { delivery })?.value).toBe('—');
  expect(tile('Oldest due', { delivery })?.value).toBe('—');
  const projection_drift = {
    status: 'red',
    count: null,
    rule: null,
    checked_at: null,
    error: 'not read',
  } as const;
  expect(tile('Drift', { projection_drift })).toMatchObject({ value: '—' });
  const bucket_coverage = makeCoverage({ status: 'red', covered_buckets: null });
  expect(tile('Buckets', { bucket_coverage })?.value).toBe('—/1000');
});
