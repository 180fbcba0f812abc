import type { ProjectionDrift } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { DriftCount } from '../../domain/projection.ts';
import { OLDEST_READING_SEC, type Reading } from '../../domain/reading.ts';
import { durationText } from '../text/duration-text.ts';

/** Why drift cannot be counted with this bucket total. */
export function withoutBuckets(bucketTotal: number): string {
  return `BUCKET_TOTAL is ${bucketTotal}; set it to the number of buckets so that drift can be counted`;
}

/**
 * Judges the count of sites whose legacy status disagrees with their open http events. What takes long to count is not
 * known, which is amber and not red; and no drift is green only for as long as a reading may stand.
 */
export function judgeProjectionDrift(
  reading: Reading<DriftCount | null>,
  bucketTotal: number,
  nowMs: number,
): Closed<ProjectionDrift> {
  if (bucketTotal <= 0) {
    return { status: 'amber', count: null, rule: null, error: withoutBuckets(bucketTotal), checked_at: null };
  }
  if (!reading.ok && reading.is_too_slow) {
    const error = 'projection drift is not counted yet: the sites take long to read';
    return { status: 'amber', count: null, rule: null, error, checked_at: null };
  }
  if (!reading.ok || reading.value === null) {
    const error = 'projection drift could not be read';
    return { status: 'red', count: null, rule: null, error, checked_at: null };
  }
  const { rule, count } = reading.value;
  const counted = { count, rule, checked_at: toInstant(reading.read_at_ms) };
  if (count > 0) return { status: 'red', ...counted };
  const ageSec = (nowMs - reading.read_at_ms) / 1000;
  if (ageSec <= OLDEST_READING_SEC) return { status: 'green', ...counted };
  const error = `no site differed ${durationText(ageSec)} ago, which is too long ago to go by`;
  return { status: 'amber', error, ...counted };
}
