import * as z from 'zod/mini';
import { OwnedRange } from '../contract/answers/samples.ts';
import { DECISION_CODES } from '../contract/decision.ts';
import { LEVELS } from '../contract/level.ts';
import { VersionCount } from '../contract/process.ts';
import { Count, CountOrNull } from '../contract/scalars.ts';
import {
  type Change,
  NOTHING_SAMPLED,
  type QueueSample,
  type Sample,
  type SampledFleet,
} from '../domain/sampled-fleet.ts';
import { noteChange } from '../rules/history/changes.ts';
import type { Kept } from './kept.ts';

// There are ten thousand lines: to ask a schema for each number would take three times as long as all else.
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isCountOrNull = (value: unknown) => value === null || isCount(value);
const isListOf = (length: number, isItem: (value: unknown) => boolean, value: unknown) =>
  Array.isArray(value) && value.length === length && value.every(isItem);

/** In the order of `toNumbers`. */
type QueueNumbers = [number | null, number | null, number | null, number | null, number | null];
const QueueNumbers = z.custom<QueueNumbers>((value) => isListOf(5, isCountOrNull, value));

/** Vanished, stale, stopped, red, amber, green. */
type ConditionCounts = [number, number, number, number, number, number];
const ConditionCounts = z.custom<ConditionCounts>((value) => isListOf(6, isCount, value));

/** A sample in few bytes. */
const SampleLine = z.object({
  minute: z.int(),
  level: z.enum(LEVELS),
  decision: z.enum(DECISION_CODES),
  webhook: QueueNumbers,
  alert: QueueNumbers,
  processes: ConditionCounts,
  /** Covered, and in all. */
  buckets: z.tuple([CountOrNull, z.int()]),
});

const change = <Schema extends z.core.$ZodType>(value: Schema) => z.strictObject({ minute: z.int(), value });
const ChangeLine = z.union([
  z.strictObject({ owner_ranges: change(z.array(OwnedRange)) }),
  z.strictObject({ versions: change(z.array(VersionCount)) }),
  z.strictObject({ recent_window_sec: change(Count) }),
]);

/** The samples, a line each: of two lines of one minute the later one is true. */
export const keptSamples: Kept<SampledFleet> = {
  nothing: NOTHING_SAMPLED,

  read(lines) {
    const samples = new Map<number, Sample>();
    let { owner_ranges, versions, recent_window_sec } = NOTHING_SAMPLED;
    let unknown = 0;
    const noteLine = (line: unknown) => {
      const { success, data } = ChangeLine.safeParse(line);
      if (!success) unknown += 1;
      else if ('owner_ranges' in data) owner_ranges = noted(owner_ranges, data.owner_ranges);
      else if ('versions' in data) versions = noted(versions, data.versions);
      else recent_window_sec = noted(recent_window_sec, data.recent_window_sec);
    };
    for (const line of lines) {
      const { success, data } = SampleLine.safeParse(line);
      if (success) samples.set(data.minute, fromLine(data));
      else noteLine(line);
    }
    const oldestFirst = [...samples.values()].sort((a, b) => a.minute - b.minute);
    return { value: { samples: oldestFirst, owner_ranges, versions, recent_window_sec }, unknown };
  },

  lines(before, after) {
    const known = new Set(before.samples);
    return [
      ...added(before.owner_ranges, after.owner_ranges).map((owner_ranges) => ({ owner_ranges })),
      ...added(before.versions, after.versions).map((versions) => ({ versions })),
      ...added(before.recent_window_sec, after.recent_window_sec).map((recent_window_sec) => ({
        recent_window_sec,
      })),
      ...after.samples.filter((sample) => !known.has(sample)).map(toLine),
    ];
  },
};

function noted<T>(changes: readonly Change<T>[], { minute, value }: Change<T>): readonly Change<T>[] {
  return noteChange(changes, minute, value);
}

function added<T>(before: readonly Change<T>[], after: readonly Change<T>[]): Change<T>[] {
  return after.filter((change) => !before.includes(change));
}

function toLine(sample: Sample): z.infer<typeof SampleLine> {
  const { minute, level, decision, webhook, alert, processes, covered_buckets, bucket_total } = sample;
  const { vanished, stale, stopped, red, amber, green } = processes;
  return {
    minute,
    level,
    decision,
    webhook: toNumbers(webhook),
    alert: toNumbers(alert),
    processes: [vanished, stale, stopped, red, amber, green],
    buckets: [covered_buckets, bucket_total],
  };
}

function fromLine(line: z.infer<typeof SampleLine>): Sample {
  const { minute, level, decision, webhook, alert } = line;
  const [vanished, stale, stopped, red, amber, green] = line.processes;
  const [covered_buckets, bucket_total] = line.buckets;
  return {
    minute,
    level,
    decision,
    webhook: fromNumbers(webhook),
    alert: fromNumbers(alert),
    processes: { vanished, stale, stopped, red, amber, green },
    covered_buckets,
    bucket_total,
  };
}

function toNumbers(queue: QueueSample): QueueNumbers {
  const { due_now, oldest_due_age_sec, delivered_since, failed_since, abandoned_since } = queue;
  return [due_now, oldest_due_age_sec, delivered_since, failed_since, abandoned_since];
}

function fromNumbers(numbers: QueueNumbers): QueueSample {
  const [due_now, oldest_due_age_sec, delivered_since, failed_since, abandoned_since] = numbers;
  return { due_now, oldest_due_age_sec, delivered_since, failed_since, abandoned_since };
}
