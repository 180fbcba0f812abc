import type { Sample, SampledFleet } from '../../domain/sampled-fleet.ts';
import { keepChanges } from './changes.ts';

/** How many minutes are kept: seven days of them. */
export const MINUTES_KEPT = 7 * 24 * 60;

/** The samples with this one at its place; `join` makes one of it and the one that is there already. */
export function placeSample(
  samples: readonly Sample[],
  sample: Sample,
  join: (there: Sample, sample: Sample) => Sample,
): readonly Sample[] {
  const at = samples.findLastIndex(({ minute }) => minute <= sample.minute);
  const there = samples[at];
  return there?.minute === sample.minute
    ? samples.with(at, join(there, sample))
    : samples.toSpliced(at + 1, 0, sample);
}

/**
 * What is kept at this minute: seven days of samples, and no more of them than those have minutes. Samples that lie ahead,
 * by a clock that was set back, wait for their time to come, if that is within seven days.
 */
export function keepSampled(fleet: SampledFleet, minute: number): SampledFleet {
  const first = minute - MINUTES_KEPT + 1;
  const last = minute + MINUTES_KEPT;
  const { samples } = fleet;
  const isWithin = (samples[0]?.minute ?? first) >= first && (samples.at(-1)?.minute ?? last) <= last;
  const kept = isWithin
    ? samples
    : samples.filter((sample) => sample.minute >= first && sample.minute <= last);
  return {
    samples: kept.length <= MINUTES_KEPT ? kept : kept.slice(-MINUTES_KEPT),
    owner_ranges: keepChanges(fleet.owner_ranges, first),
    versions: keepChanges(fleet.versions, first),
    recent_window_sec: keepChanges(fleet.recent_window_sec, first),
  };
}
