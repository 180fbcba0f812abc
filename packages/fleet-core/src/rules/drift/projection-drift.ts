import type { ProjectionDrift } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Reading } from '../../domain/reading.ts';

/** Judges the count of sites whose legacy status disagrees with their open http events. */
export function judgeProjectionDrift(
  reading: Reading<number | null>,
  bucketTotal: number,
): Closed<ProjectionDrift> {
  if (bucketTotal <= 0) {
    const error = `BUCKET_TOTAL is ${bucketTotal}; set it to the number of buckets so that drift can be counted`;
    return { status: 'amber', count: null, error, checked_at: null };
  }
  if (!reading.ok || reading.value === null) {
    return { status: 'red', count: null, error: 'projection drift could not be read', checked_at: null };
  }
  return {
    status: reading.value > 0 ? 'red' : 'green',
    count: reading.value,
    checked_at: toInstant(reading.read_at_ms),
  };
}
