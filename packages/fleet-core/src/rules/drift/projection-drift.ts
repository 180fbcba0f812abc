import type { ProjectionDrift } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { DriftCount } from '../../domain/projection.ts';
import type { Reading } from '../../domain/reading.ts';

/** Why drift cannot be counted with this bucket total. */
export function withoutBuckets(bucketTotal: number): string {
  return `BUCKET_TOTAL is ${bucketTotal}; set it to the number of buckets so that drift can be counted`;
}

/** Judges the count of sites whose legacy status disagrees with their open http events. */
export function judgeProjectionDrift(
  reading: Reading<DriftCount | null>,
  bucketTotal: number,
): Closed<ProjectionDrift> {
  if (bucketTotal <= 0) {
    return { status: 'amber', count: null, rule: null, error: withoutBuckets(bucketTotal), checked_at: null };
  }
  if (!reading.ok || reading.value === null) {
    const error = 'projection drift could not be read';
    return { status: 'red', count: null, rule: null, error, checked_at: null };
  }
  const { rule, count } = reading.value;
  return { status: count > 0 ? 'red' : 'green', count, rule, checked_at: toInstant(reading.read_at_ms) };
}
