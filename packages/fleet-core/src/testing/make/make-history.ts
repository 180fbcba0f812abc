import type { FleetHistory } from '../../contract/answers/history.ts';
import type { Samples } from '../../contract/answers/samples.ts';
import { SCHEMA_VERSION } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import type { QueueSample, Sample, SampledFleet } from '../../domain/sampled-fleet.ts';
import { MINUTE_MS, tellSamples } from '../../rules/history/tell-samples.ts';
import { NOW_MS } from './now.ts';

export const NOW_MINUTE = NOW_MS / MINUTE_MS;

/** A queue in which nothing waits. */
export function makeQueueSample(overrides: Partial<QueueSample> = {}): QueueSample {
  return {
    due_now: 0,
    oldest_due_age_sec: 0,
    delivered_since: 42,
    failed_since: 0,
    abandoned_since: 0,
    ...overrides,
  };
}

/** A minute of the healthy fleet. */
export function makeSample(overrides: Partial<Sample> = {}): Sample {
  return {
    minute: NOW_MINUTE,
    level: 'green',
    decision: 'advance',
    webhook: makeQueueSample(),
    alert: makeQueueSample({ delivered_since: 18 }),
    processes: { vanished: 0, stale: 0, stopped: 0, red: 0, amber: 0, green: 4 },
    covered_buckets: 1000,
    bucket_total: 1000,
    ...overrides,
  };
}

/** These samples of a fleet whose owners, versions and settings have never changed. */
export function makeSampledFleet(
  samples: readonly Sample[],
  overrides: Partial<SampledFleet> = {},
): SampledFleet {
  const minute = samples[0]?.minute ?? NOW_MINUTE;
  return {
    samples,
    owner_ranges: [
      { minute, value: [{ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 999, pinned: false }] },
    ],
    versions: [{ minute, value: [{ version: 'v2.0.0', process_type: 'monitor', count: 3 }] }],
    recent_window_sec: [{ minute, value: 900 }],
    ...overrides,
  };
}

/** The samples of the last `minutes` until now as an answer tells them; `at(ago)` changes the one of `ago` minutes ago, null leaves it out. */
export function makeSamples(
  minutes: number,
  at: (ago: number) => Partial<Sample> | null = () => ({}),
): Closed<Samples> {
  const samples = Array.from({ length: minutes }, (_, i) => minutes - 1 - i).flatMap((ago) => {
    const overrides = at(ago);
    return overrides === null ? [] : [makeSample({ minute: NOW_MINUTE - ago, ...overrides })];
  });
  return tellSamples(makeSampledFleet(samples), NOW_MINUTE - minutes + 1, NOW_MINUTE);
}

/** The history of a fleet that has been green for an hour, without samples. */
export function makeHistory(overrides: Partial<FleetHistory> = {}): FleetHistory {
  const begin = toInstant(NOW_MS - 60 * MINUTE_MS);
  return {
    schema_version: SCHEMA_VERSION,
    watching_since: begin,
    longest_pause_sec: 90,
    status_transitions: [{ at: begin, from: null, to: 'green' }],
    issue_transitions: [],
    samples: null,
    ...overrides,
  };
}
