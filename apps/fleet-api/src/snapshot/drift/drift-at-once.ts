import type { DriftCount, OpenHttpEvent } from 'fleet-core/domain/projection';
import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { haveSameEvents } from 'fleet-core/rules/drift/same-events';
import { listSites } from 'fleet-core/rules/drift/site-lists';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import { statusesBesideEvents } from 'fleet-core/sql/drift/statuses-beside-events';
import type { Database } from '../../database/database.ts';
import { isTooSlow } from '../../database/database-failure.ts';
import { startStopwatch } from '../../stopwatch.ts';
import type { Pace } from '../aside/work-pace.ts';
import type { CountDrift, CountedSites } from './drift-in-ranges.ts';

/** A count that takes longer is worth more than the statements that can be spared: it is not tried in vain. */
const QUICK_MS = 20;

/** By the events of the last count, then by those that were found beside the sites. */
const ATTEMPTS = 2;

/**
 * Counts drift in one statement where that is quick, and otherwise as `countInRanges` does. The sites are counted by the
 * events that were open before, with those that are open now read beside them: the count stands if these are the same,
 * which they mostly are where there are few.
 */
export function createDriftAtOnce(
  database: Database,
  countInRanges: CountDrift,
  quickMs = QUICK_MS,
): CountDrift {
  let known: readonly OpenHttpEvent[] = [];
  let isQuick = false;

  return async (sites, pace) => {
    const tookMs = startStopwatch();
    const wasQuick = isQuick;
    // Until it has been counted: after a failure only ranges can be made smaller.
    isQuick = false;
    const atOnce = wasQuick ? await countAtOnce(sites, pace) : null;
    const drift = atOnce ?? (await countInRanges(sites, pace));
    isQuick = tookMs() <= quickMs;
    return drift;
  };

  /** Null when it has to be counted otherwise: events come and go, or it is not quick any more. */
  async function countAtOnce(sites: CountedSites, pace: Pace): Promise<DriftCount | null> {
    const { tables, bucketTotal, hasEndpointIds, fromBucket } = sites;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { rule, lists } = listSites(known);
      const [pass, ...others] = splitSiteLists(lists);
      if (pass === undefined || others.length > 0) return null;
      const query = statusesBesideEvents(tables, bucketTotal, pass, hasEndpointIds, fromBucket);
      const found = await database.read(query, pace.remainingMs()).catch((error: unknown) => {
        if (isTooSlow(error)) return null;
        throw error;
      });
      if (found === null) return null;
      const isOfKnown = haveSameEvents(known, found.events);
      known = found.events;
      if (isOfKnown) return { rule, count: countDrift(found.statuses) };
    }
    return null;
  }
}
