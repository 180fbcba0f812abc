import type { QueueSamples, Samples } from '../../contract/answers/samples.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Change, QueueSample, Sample, SampledFleet } from '../../domain/sampled-fleet.ts';

/** Milliseconds of a sample's minute. */
export const MINUTE_MS = 60_000;

/** The samples of a range, as columns. Both minutes, counted since 1970, belong to it; so does what stood at its beginning. */
export function tellSamples(fleet: SampledFleet, first: number, last: number): Closed<Samples> {
  const samples = fleet.samples.filter(({ minute }) => minute >= first && minute <= last);
  const column = <T>(value: (sample: Sample) => T) => samples.map(value);
  return {
    begins_at: toInstant(first * MINUTE_MS),
    minute: column(({ minute }) => minute - first),
    level: column(({ level }) => level),
    decision: column(({ decision }) => decision),
    webhook: queueColumns(column(({ webhook }) => webhook)),
    alert: queueColumns(column(({ alert }) => alert)),
    processes: {
      vanished: column(({ processes }) => processes.vanished),
      stale: column(({ processes }) => processes.stale),
      stopped: column(({ processes }) => processes.stopped),
      red: column(({ processes }) => processes.red),
      amber: column(({ processes }) => processes.amber),
      green: column(({ processes }) => processes.green),
    },
    covered_buckets: column(({ covered_buckets }) => covered_buckets),
    bucket_total: column(({ bucket_total }) => bucket_total),
    owner_ranges: changesIn(fleet.owner_ranges, first, last, (ranges) => [...ranges]),
    versions: changesIn(fleet.versions, first, last, (versions) => [...versions]),
    recent_window_sec: changesIn(fleet.recent_window_sec, first, last, (sec) => sec),
  };
}

function queueColumns(samples: readonly QueueSample[]): QueueSamples {
  return {
    due_now: samples.map(({ due_now }) => due_now),
    oldest_due_age_sec: samples.map(({ oldest_due_age_sec }) => oldest_due_age_sec),
    delivered_since: samples.map(({ delivered_since }) => delivered_since),
    failed_since: samples.map(({ failed_since }) => failed_since),
    abandoned_since: samples.map(({ abandoned_since }) => abandoned_since),
  };
}

/** What changed in the range, after what stood at its beginning. */
function changesIn<T, Told>(
  changes: readonly Change<T>[],
  first: number,
  last: number,
  tell: (value: T) => Told,
): { minute: number; value: Told }[] {
  const from = Math.max(
    0,
    changes.findLastIndex(({ minute }) => minute <= first),
  );
  return changes
    .slice(from)
    .filter(({ minute }) => minute <= last)
    .map(({ minute, value }) => ({ minute: minute - first, value: tell(value) }));
}
