import type { BucketOwnerRow } from 'fleet-core/domain/bucket-owner';
import type { ReadingTaken } from 'fleet-core/domain/reading';
import { bucketOwnerQueries } from 'fleet-core/sql/bucket-owners';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import { databaseClock } from 'fleet-core/sql/server/database-clock';
import type { Database } from '../database/database.ts';
import { type FailureClass, toDatabaseFailure } from '../database/database-failure.ts';
import { startStopwatch } from '../stopwatch.ts';
import type { Moment } from './aside/read-aside.ts';
import { timedRows } from './timed.ts';

/** Two reads of this length one after the other still leave most of the time of an answer. */
export const QUICK_MS = 100;

/** The part of the time left that clock and owners together may take, so that the clock can be had alone after it. */
const SHARE_TOGETHER = 1 / 3;

/** What says nothing of the owners' table: the clock alone would meet the same. */
const OF_THE_SERVER: readonly FailureClass[] = [
  'unreachable',
  'tls',
  'too_many_connections',
  'blocked',
  'read_only',
  'session',
];

/** The clock that one snapshot goes by, and the owners of buckets. */
export type Opening = {
  readonly moment: Moment;
  /** Whether the database answered at once. */
  readonly isQuick: boolean;
  /** The owners, which may have come with the clock. Rejects as the read does. */
  readonly owners: () => Promise<ReadingTaken<readonly BucketOwnerRow[]>>;
};

/**
 * Reads the clock before all else, so that one `now` serves all rules, and so that a database that is down costs one connection
 * attempt. The owners come with it, in one statement, while that delays nothing: they were read and quick the last time.
 */
export function createOpeningRead(
  database: Database,
  tables: TableNames,
  quickMs = QUICK_MS,
): (remainingMs: () => number) => Promise<Opening> {
  const owners = bucketOwnerQueries(tables);
  let areOwnersQuick = false;

  async function together(remainingMs: () => number): Promise<Opening | undefined> {
    const durationMs = startStopwatch();
    areOwnersQuick = false;
    const read = await database
      .read(owners.withClock, remainingMs() * SHARE_TOGETHER)
      .catch((error: unknown) => {
        if (OF_THE_SERVER.includes(toDatabaseFailure(error).failureClass)) throw error;
      });
    if (read === undefined) return undefined;
    const duration_ms = durationMs();
    areOwnersQuick = duration_ms < quickMs;
    const { rows: value, unreadable } = read.owners;
    const taken = { ok: true, value, unreadable, read_at_ms: read.now_ms, duration_ms } as const;
    return {
      moment: { nowMs: read.now_ms, remainingMs },
      isQuick: areOwnersQuick,
      owners: async () => taken,
    };
  }

  async function apart(remainingMs: () => number): Promise<Opening> {
    const durationMs = startStopwatch();
    const moment = { nowMs: await database.read(databaseClock(), remainingMs()), remainingMs };
    return {
      moment,
      isQuick: durationMs() < quickMs,
      owners: async () => {
        const taken = await timedRows(moment, () => database.read(owners.alone, remainingMs()));
        areOwnersQuick = taken.duration_ms < quickMs;
        return taken;
      },
    };
  }

  return async (remainingMs) =>
    (areOwnersQuick ? await together(remainingMs) : undefined) ?? apart(remainingMs);
}
