import type { DriftRule } from 'fleet-core/contract/projection-drift';
import type { DriftCount, SiteRange } from 'fleet-core/domain/projection';
import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { listSites } from 'fleet-core/rules/drift/site-lists';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import {
  adjustRanges,
  halveRange,
  LONGEST_RANGE_MS,
  MOST_RANGES,
  type TimedRange,
} from 'fleet-core/rules/drift/site-ranges';
import { ALL_SITES } from 'fleet-core/sql/drift/listed-sites';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import { siteIds } from 'fleet-core/sql/drift/site-ids';
import { siteStatuses } from 'fleet-core/sql/drift/site-statuses';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Send } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { isTooSlow } from '../database/database-failure.ts';
import { startStopwatch } from '../stopwatch.ts';
import type { Pace } from './work-pace.ts';

/** No transaction is open for longer. */
const LONGEST_TRANSACTION_MS = 2000;
/** After this long no further range is read in a transaction. */
const ENOUGH_IN_ONE_MS = 750;

/** Which sites count: those in buckets `fromBucket`, or 0, … total − 1. */
export type CountedSites = {
  readonly bucketTotal: number;
  readonly hasEndpointIds: boolean;
  readonly fromBucket: number | undefined;
};

type Counted = TimedRange & { readonly count: number };

const rangesOf = (counted: readonly Counted[]) => counted.map(({ range }) => range);

/**
 * Counts drift without the recommended index, in ranges of the sites: all of them at once until that has taken too long.
 * Each range is read together with the open events, as of one instant, so that an event that opens or ends meanwhile
 * is no drift; the count is the sum of the ranges. When a range takes too long,
 * what is left is halved, and what was counted stands.
 */
export function createRangedDrift(
  database: Database,
  tables: TableNames,
): (sites: CountedSites, pace: Pace) => Promise<DriftCount> {
  /** The ranges of the next count of the same buckets. */
  let kept: { readonly buckets: string; readonly ranges: readonly SiteRange[] } | undefined;

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
        waiting = await halve(waiting, turn.failure, pace);
        // For the next count, if this one should fail.
        kept = { buckets, ranges: [...rangesOf(counted), ...waiting] };
      }
      if (waiting.length > 0) await pace.breathe();
    }
    kept = { buckets, ranges: await nextRanges(counted, pace) };
    return { rule: rule ?? 'pairs', count: counted.reduce((sum, { count }) => sum + count, 0) };
  };

  /** The events and as many ranges as are read in a short time, at one instant. Rejects when not even a range was begun. */
  async function readTurn(sites: CountedSites, waiting: readonly SiteRange[], pace: Pace) {
    const counted: Counted[] = [];
    let rule: DriftRule | undefined;
    const read = async (send: Send) => {
      const sinceMs = startStopwatch();
      const listed = listSites(await send(openHttpEvents(tables, sites.hasEndpointIds)));
      const passes = splitSiteLists(listed.lists);
      counted.length = 0;
      rule = listed.rule;
      for (const range of waiting) {
        if (counted.length > 0 && sinceMs() > ENOUGH_IN_ONE_MS) break;
        const tookMs = startStopwatch();
        let count = 0;
        for (const pass of passes)
          count += countDrift(
            await send(siteStatuses(tables, sites.bucketTotal, pass, sites.fromBucket, range)),
          );
        counted.push({ range, count, tookMs: tookMs() });
      }
      return listed.rule;
    };
    try {
      const longestMs = Math.min(LONGEST_TRANSACTION_MS, pace.remainingMs());
      return { rule: await database.readTogether(read, longestMs), counted, failure: undefined };
    } catch (error) {
      if (rule === undefined || !isTooSlow(error)) throw error;
      return { rule, counted, failure: error };
    }
  }

  /** What is left, in halves: it would take too long as well. Rejects with the failure when there is nothing to halve. */
  async function halve(
    waiting: readonly SiteRange[],
    failure: unknown,
    pace: Pace,
  ): Promise<readonly SiteRange[]> {
    const ids = await database.read(siteIds(tables), pace.remainingMs());
    const halves = waiting.flatMap((range) => halveRange(range, ids));
    if (halves.length === waiting.length || halves.length > MOST_RANGES) throw failure;
    return halves;
  }

  async function nextRanges(counted: readonly Counted[], pace: Pace): Promise<readonly SiteRange[]> {
    const isOneLong = counted.some(({ tookMs }) => tookMs > LONGEST_RANGE_MS);
    return adjustRanges(counted, isOneLong ? await database.read(siteIds(tables), pace.remainingMs()) : null);
  }
}
