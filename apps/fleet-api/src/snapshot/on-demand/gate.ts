import type { Gate, GateQuestion } from 'fleet-core/contract/answers/gate';
import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { Closed } from 'fleet-core/contract/scalars';
import type { RangeReadings } from 'fleet-core/domain/range-readings';
import { judgeGate } from 'fleet-core/rules/gate/gate';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { MOST_RANGES } from '../../limits.ts';
import { startStopwatch } from '../../stopwatch.ts';
import type { SnapshotCache } from '../snapshot-cache.ts';
import type { TakenSnapshot } from '../take-snapshot.ts';
import { withinTime } from '../within-time.ts';
import { readOnDemand } from './on-demand.ts';

/** What a range's sites are like is shared by all who ask within this time. */
const RANGE_KEPT_MS = 2000;

export type GateOptions = {
  readonly cache: Pick<SnapshotCache<TakenSnapshot>, 'fresh'>;
  readonly readRange: (range: BucketRange) => Promise<RangeReadings>;
  /** For the snapshot and the range together. */
  readonly timeoutMs: number;
};

/** Answers a question; rejects with a `DatabaseFailure` without a present snapshot, or with `TooManyReads`. */
export type AskGate = (question: Closed<GateQuestion>) => Promise<Closed<Gate>>;

/** A range that is not read in time leaves its checks unknown: what the snapshot tells is told all the same. */
export function createGate({ cache, readRange, timeoutMs }: GateOptions): AskGate {
  const readOnce = readOnDemand({ read: readNamed, keptMs: RANGE_KEPT_MS, mostKeys: MOST_RANGES });

  function readNamed(name: string): Promise<RangeReadings> {
    const [min = 0, max = -1] = name.split('-').map(Number);
    return readRange({ min, max });
  }

  return async (question) => {
    const elapsedMs = startStopwatch();
    const { snapshot } = await withinTime(Promise.resolve(cache.fresh()), timeoutMs, 'snapshot');
    const { buckets } = question;
    if (buckets === null) return judgeGate(snapshot, question);
    const range = readOnce(`${buckets.min}-${buckets.max}`);
    const readings = await withinTime(range, timeoutMs - elapsedMs(), 'range').catch(orTooSlow);
    return judgeGate(snapshot, question, readings);
  };
}

const TOO_SLOW = { ok: false, because: 'too_slow' } as const;

function orTooSlow(error: unknown): RangeReadings {
  if (error instanceof DatabaseFailure) return { checks: TOO_SLOW, drift: TOO_SLOW };
  throw error;
}
