import type { DriftRule } from 'fleet-core/contract/projection-drift';
import { ALL_SITES, type DriftCount, type SiteRange } from 'fleet-core/domain/projection';
import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import {
  adjustRanges,
  halveRange,
  LONGEST_RANGE_MS,
  MOST_RANGES,
  type TimedRange,
} from 'fleet-core/rules/drift/site-ranges';
import { siteIds } from 'fleet-core/sql/drift/site-ids';
import { siteStatuses } from 'fleet-core/sql/drift/site-statuses';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Send } from '../../database/connection.ts';
import type { Database } from '../../database/database.ts';
import { isTooSlow } from '../../database/database-failure.ts';
import { startStopwatch } from '../../stopwatch.ts';
import type { Pace } from '../aside/work-pace.ts';
import { expectedSites } from './expected-sites.ts';

/** No transaction is open for longer. */
const LONGEST_TRANSACTION_MS = 2000;
/** After this long no further range is read in a transaction. */
const ENOUGH_IN_ONE_MS = 750;

/** Which sites count: those in buckets `fromBucket`, or 0, … total − 1. */
export type CountedSites = {
  readonly tables: TableNames;
  readonly bucketTotal: number;
  readonly hasEndpointIds: boolean;
  readonly fromBucket: number | undefined;
};

/** Rejects with a `DatabaseFailure`. */
export type CountDrift = (sites: CountedSites, pace: Pace) => Promise<DriftCount>;

type Counted = TimedRange & { readonly count: number };

/** What one transaction has counted, and why it ended before its time. */
type Turn = { readonly rule: DriftRule; readonly counted: readonly Counted[]; readonly failure: unknown };

const rangesOf = (counted: readonly Counted[]) => counted.map(({ range }) => range);

/**
 * Counts drift without the recommended index, in ranges of the sites: all of them at once until that has taken too long.
 * Each range is read together with the open events, as of one instant, so that an event that opens or ends meanwhile
 * is no drift; the count is the sum of the ranges. When a range takes too long,
 * what is left is halved, and what was counted stands.
 */
export function createRangedDrift(database: Database): CountDrift {
  /** The ranges of the next count of the same buckets. */
  let kept: { readonly buckets: string; readonly ranges: readonly SiteRange[] } | undefined;
  /** Undefined when that is to be asked: all events were more than can be read to tell. */
  let lastRule: DriftRule | undefined = 'pairs';

  return async (sites, pace) => {
    const buckets = `${sites.fromBucket ?? 0}-${sites.bucketTotal}`;
    let waiting = kept?.buckets === buckets ? kept.ranges : [ALL_SITES];
    let counted: Counted[] = [];
    let rule: DriftRule | undefined;
    while (waiting.length > 0) {
      const turn = await readTurn(sites, waiting, pace);
      if (rule !== undefined && rule !== turn.rule) {
        // By another rule it is another count.
        waiting = [...rangesOf(counted), ...waiting];
        counted = [];
      } else {
        counted.push(...turn.counted);
        waiting = waiting.slice(turn.counted.length);
      }
      rule = turn.rule;
      if (turn.failure !== undefined && waiting.length > 0) {
        waiting = await halve(sites, waiting, turn.failure, pace);
        // For the next count, if this one should fail.
        kept = { buckets, ranges: [...rangesOf(counted), ...waiting] };
      }
      if (waiting.length > 0) await pace.breathe();
    }
    kept = { buckets, ranges: await nextRanges(sites, counted, pace) };
    return { rule: rule ?? 'pairs', count: counted.reduce((sum, { count }) => sum + count, 0) };
  };

  /** The events and as many ranges as are read in a short time, at one instant. Rejects when not even a range was begun. */
  async function readTurn(sites: CountedSites, waiting: readonly SiteRange[], pace: Pace): Promise<Turn> {
    const counted: Counted[] = [];
    let rule: DriftRule | undefined;
    const read = async (send: Send) => {
      const sinceMs = startStopwatch();
      const expected = await expectedSites(send, sites, lastRule);
      counted.length = 0;
      rule = expected.rule;
      for (const range of waiting) {
        if (counted.length > 0 && sinceMs() > ENOUGH_IN_ONE_MS) break;
        const lists = await expected.listsIn(range);
        // Without the events, which halving would not make fewer by half.
        const tookMs = startStopwatch();
        let count = 0;
        for (const pass of splitSiteLists(lists, range))
          count += countDrift(
            await send(siteStatuses(sites.tables, sites.bucketTotal, pass, sites.fromBucket)),
          );
        counted.push({ range, count, tookMs: tookMs() });
      }
      return expected.rule;
    };
    try {
      const longestMs = Math.min(LONGEST_TRANSACTION_MS, pace.remainingMs());
      lastRule = await database.readTogether(read, longestMs);
      return { rule: lastRule, counted, failure: undefined };
    } catch (error) {
      const isToBeAsked = rule === undefined && lastRule === 'pairs' && sites.hasEndpointIds;
      lastRule = rule;
      if (isToBeAsked && isTooSlow(error)) {
        await pace.breathe();
        return readTurn(sites, waiting, pace);
      }
      if (rule === undefined || !isTooSlow(error)) throw error;
      return { rule, counted, failure: error };
    }
  }

  /** What is left, in halves: it would take too long as well. Rejects with the failure when there is nothing to halve. */
  async function halve(
    { tables }: CountedSites,
    waiting: readonly SiteRange[],
    failure: unknown,
    pace: Pace,
  ): Promise<readonly SiteRange[]> {
    const ids = await database.read(siteIds(tables), pace.remainingMs());
    const halves = waiting.flatMap((range) => halveRange(range, ids));
    if (halves.length === waiting.length || halves.length > MOST_RANGES) throw failure;
    return halves;
  }

  async function nextRanges(
    { tables }: CountedSites,
    counted: readonly Counted[],
    pace: Pace,
  ): Promise<readonly SiteRange[]> {
    const isOneLong = counted.some(({ tookMs }) => tookMs > LONGEST_RANGE_MS);
    return adjustRanges(counted, isOneLong ? await database.read(siteIds(tables), pace.remainingMs()) : null);
  }
}
