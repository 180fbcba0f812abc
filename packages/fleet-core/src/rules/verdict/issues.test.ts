import { describe, expect, it } from 'vitest';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { makeDeliverer, makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { originalIssuesOf } from '../../testing/original-issues.ts';

it('a healthy fleet has no issues', () => {
  expect(originalIssuesOf({})).toEqual([]);
});

describe('bucket coverage, drift and delivery', () => {
  it.each([
    [
      'coverage with a gap',
      { bucket_owners: makeReading([makeBucketOwner('a', 0, 899)]) },
      {
        code: 'bucket_coverage',
        severity: 'red',
        message: 'bucket coverage: no owner for buckets 900-999, after a',
      },
    ],
    [
      'coverage without owners',
      { bucket_owners: makeReading([]) },
      {
        code: 'bucket_coverage',
        severity: 'amber',
        message: 'bucket coverage: no host owns buckets: jetmon_hosts has no rows',
      },
    ],
    [
      'coverage that was not read',
      { bucket_owners: failedReading() },
      {
        code: 'bucket_coverage',
        severity: 'red',
        message: 'bucket coverage: bucket ownership could not be read',
      },
    ],
    [
      'one site that drifted',
      { projection_drift: makeReading(makeDrift(1)) },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: 1 site differs from its open http events',
      },
    ],
    [
      'two sites that drifted',
      { projection_drift: makeReading(makeDrift(2)) },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: 2 sites differ from their open http events',
      },
    ],
    [
      'drift that was not read',
      { projection_drift: failedReading() },
      {
        code: 'projection_drift',
        severity: 'red',
        message: 'projection drift: projection drift could not be read',
      },
    ],
    [
      'deliveries that are due',
      { alert_deliveries: makeReading(makeDeliveryQueue({ due_now: 7 })) },
      { code: 'delivery_queues', severity: 'amber', message: 'delivery queues: 7 due' },
    ],
    [
      'deliveries that went wrong',
      {
        alert_deliveries: makeReading(makeDeliveryQueue({ abandoned_since: 1, failed_since: 2, due_now: 3 })),
      },
      { code: 'delivery_queues', severity: 'red', message: 'delivery queues: 1 abandoned, 2 failed, 3 due' },
    ],
    [
      'deliveries that were not read',
      { webhook_deliveries: failedReading() },
      {
        code: 'delivery_queues',
        severity: 'red',
        message: 'delivery queues: webhook deliveries could not be read',
      },
    ],
    [
      'delivery without an owner',
      { process_health: makeReading([makeProcessHealth(), makeDeliverer({ delivery_owner_host: '' })]) },
      {
        code: 'delivery_posture',
        severity: 'amber',
        message: 'delivery owner: delivery workers without DELIVERY_OWNER_HOST on jetmon-deliverer-1',
      },
    ],
  ])('%s', (_, overrides, issue) => {
    expect(originalIssuesOf(overrides)).toEqual([{ subject: '', ...issue }]);
  });

  it('without a bucket total neither coverage nor drift can be judged: two amber issues that name the number', () => {
    expect(originalIssuesOf({ projection_drift: makeReading(null) }, { bucket_total: 0 })).toMatchObject([
      { code: 'bucket_coverage', severity: 'amber', message: expect.stringContaining('BUCKET_TOTAL is 0') },
      { code: 'projection_drift', severity: 'amber', message: expect.stringContaining('BUCKET_TOTAL is 0') },
    ]);
  });
});
