import { expect, it } from 'vitest';
import type { ProcessHealth } from '../../../domain/process-health.ts';
import { makeBucketOwner } from '../../../testing/make/make-bucket-owner.ts';
import { makeProcessHealth } from '../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../../testing/make/make-snapshot.ts';
import { NOW_MS } from '../../../testing/make/now.ts';

const HOSTS = 3000;

function fleetOf(process: (i: number) => ProcessHealth) {
  const hosts = Array.from({ length: HOSTS }, (_, i) => i);
  return makeSnapshot({
    process_health: makeReading(hosts.map(process)),
    bucket_owners: makeReading(hosts.map((i) => makeBucketOwner(`h${i}`, 0, 999))),
  });
}

// Work that grows with the square of the hosts would not end within the time that a test has.
it.each([
  ['silent', (i: number) => makeProcessHealth({ host_id: `h${i}`, updated_at_ms: NOW_MS - 700_000 })],
  ['red', (i: number) => makeProcessHealth({ host_id: `h${i}`, health_status: 'red' })],
  [
    'elsewhere, and report ranges without owner rows',
    (i: number) => makeProcessHealth({ host_id: `x${i}`, bucket_min: i % 1000, bucket_max: i % 1000 }),
  ],
] as const)('thousands of hosts that are %s are few causes', (_, process) => {
  const { causes, decision, summary } = fleetOf(process);
  expect(decision.code).toBe('stop');
  expect(causes.length).toBeLessThan(6);
  const refs = causes.flatMap((cause) => cause.issue_refs);
  expect(refs.toSorted((a, b) => a - b)).toEqual(summary.issue_details.map((_, place) => place));
});
