import { expect, it } from 'vitest';
import { makeCoverage } from '../../testing/make-coverage.ts';
import { makeDelivery } from '../../testing/make-delivery.ts';
import { makeSummary } from '../../testing/make-summary.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { rollupCards } from './rollup-cards.ts';

const card = (name: string, overrides: Parameters<typeof snapshotWith>[0] = {}) =>
  rollupCards(snapshotWith(overrides)).find((found) => found.name === name);

it('shows the verdict of the API and none of its own', () => {
  const bucket_coverage = makeCoverage({ status: 'amber', covered_buckets: 0 });
  expect(card('Bucket coverage', { bucket_coverage })).toMatchObject({ level: 'amber', value: '0 / 1000' });
});

it('shows a dash where nothing could be read', () => {
  expect(card('Delivery due', { delivery: makeDelivery({ due_now: null, pending: null }) })).toMatchObject({
    value: '—',
    note: '— pending',
  });
});

it('takes the colour of stale processes from the issues that the API lists', () => {
  const issue = { code: 'process_stale', severity: 'red', subject: 'a:monitor', message: 'stale' } as const;
  const summary = makeSummary({ stale_processes: 1, issue_details: [issue] });
  expect(card('Stale processes', { summary })).toMatchObject({ value: '1', level: 'red' });
  expect(card('Stale processes')).not.toHaveProperty('level');
});

it('lists process types that it does not know', () => {
  const process_counts = { monitor: 4, deliverer: 1, veriflier: 2 };
  expect(card('Deliverers', { process_counts })?.note).toBe('2 veriflier');
});

it('says when the drift was counted well before the rest', () => {
  const projection_drift = { status: 'green', count: 0, checked_at: '2026-04-30T13:58:00Z' } as const;
  expect(card('Projection drift', { projection_drift })?.note).toContain('counted 2m before the rest');
});

it('marks pinned ownership as planned only where that is what was planned', () => {
  const bucket_coverage = makeCoverage({ status: 'amber', mode: 'pinned', code: 'pinned' });
  const { settings } = snapshotWith();
  for (const [expected_ownership, asPlanned] of [
    ['pinned', true],
    ['dynamic', false],
    [null, false],
  ] as const) {
    const snapshot = { bucket_coverage, settings: { ...settings, expected_ownership } };
    expect(card('Bucket coverage', snapshot)).toMatchObject({ level: 'amber', asPlanned });
  }
});
