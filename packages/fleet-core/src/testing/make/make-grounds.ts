import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import type { Reading } from '../../domain/reading.ts';
import type { CoverageGrounds } from '../../rules/ownership/bucket-coverage.ts';
import { makeThresholds } from './make-thresholds.ts';
import { NOW_MS } from './now.ts';

/** What coverage is judged by in a database without locks, and without a plan. */
export function makeGrounds(
  bucket_owners: Reading<readonly BucketOwnerRow[]>,
  overrides: Partial<CoverageGrounds> = {},
): CoverageGrounds {
  return {
    readings: { bucket_owners },
    locks: [],
    sessions: [],
    plan: null,
    nowMs: NOW_MS,
    thresholds: makeThresholds(),
    ownersTable: 'jetmon_hosts',
    ...overrides,
  };
}
