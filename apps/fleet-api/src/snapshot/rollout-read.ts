import type { Reading, ReadingTaken } from 'fleet-core/domain/reading';
import type { RolloutControlReadings } from 'fleet-core/domain/rollout-control';
import { latestJobs } from 'fleet-core/sql/rollout/latest-jobs';
import { openSessions } from 'fleet-core/sql/rollout/open-sessions';
import { rolloutLocks } from 'fleet-core/sql/rollout/rollout-locks';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Database } from '../database/database.ts';
import type { Moment } from './aside/read-aside.ts';
import { timed, timedRows } from './timed.ts';

/** Makes a read one that may fail alone. */
type Section = <T>(
  source: string,
  read: (moment: Moment) => Promise<ReadingTaken<T>>,
) => (moment: Moment) => Promise<Reading<T>>;

/** Reads what Jetmon's API keeps of a rollout, as far as the database has tables for it; each of the reads may fail alone. */
export function createRolloutRead(
  database: Database,
  { range_locks, bucket_locks, rollout_sessions, rollout_jobs }: TableNames,
  section: Section,
): (moment: Moment) => Promise<RolloutControlReadings> {
  const readLocks =
    range_locks === null
      ? undefined
      : section('rollout_locks', async (moment) => {
          const query = rolloutLocks(range_locks, bucket_locks);
          const { value, ...taken } = await timed(moment, () => database.read(query, moment.remainingMs()));
          return { ...taken, value: value.locks, unreadable: value.unreadable };
        });
  const readSessions =
    rollout_sessions === null
      ? undefined
      : section('rollout_sessions', (moment) =>
          timedRows(moment, () => database.read(openSessions(rollout_sessions), moment.remainingMs())),
        );
  const readJobs =
    rollout_jobs === null
      ? undefined
      : section('rollout_jobs', (moment) =>
          timed(moment, () => database.read(latestJobs(rollout_jobs), moment.remainingMs())),
        );
  return async (moment) => {
    const [locks, sessions, jobs] = await Promise.all([
      readLocks?.(moment),
      readSessions?.(moment),
      readJobs?.(moment),
    ]);
    return {
      ...(locks === undefined ? {} : { rollout_locks: locks }),
      ...(sessions === undefined ? {} : { rollout_sessions: sessions }),
      ...(jobs === undefined ? {} : { rollout_jobs: jobs }),
    };
  };
}
