import type { SiteChecks } from 'fleet-core/domain/site-checks';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import { isPastGrace } from 'fleet-core/rules/activity/site-activity';
import { newestChecks, shortestIntervals, sitesOutside } from 'fleet-core/sql/site-checks';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { DatabaseFailure } from '../database/database-failure.ts';
import type { Pace } from './work-pace.ts';

/** Reads when the sites of each bucket were last checked; null where there is nothing to ask. Rejects with a `DatabaseFailure`. */
export type ReadActivity = (nowMs: number, pace: Pace) => Promise<SiteChecks | null>;

/** One statement where all is well; the intervals are asked for late buckets only, and sites outside only if there are any. */
export function createActivityRead(
  database: Database,
  tables: TableNames,
  { bucket_total, activity_grace_sec }: Thresholds,
): ReadActivity {
  return async (nowMs, { remainingMs }) => {
    if (bucket_total <= 0) return null;
    const found = await database.read(newestChecks(tables), remainingMs()).catch(orNoSuchColumn);
    if (found === null) return null;
    const inside = found.filter(({ bucket_no }) => bucket_no < bucket_total);
    const isLate = (newestMs: number | null) => isPastGrace(newestMs, nowMs, activity_grace_sec);
    const late = inside.filter((bucket) => isLate(bucket.newest_check_ms)).map(({ bucket_no }) => bucket_no);
    const intervals =
      late.length === 0
        ? new Map<number, number>()
        : await database.read(shortestIntervals(tables, late), remainingMs());
    const sites_outside =
      inside.length === found.length
        ? 0
        : await database.read(sitesOutside(tables, bucket_total), remainingMs());
    const buckets = inside.map((bucket) => ({
      ...bucket,
      shortest_interval_min: intervals.get(bucket.bucket_no) ?? null,
    }));
    return { buckets, sites_outside };
  };
}

/** Databases of another age keep the times elsewhere: that is nothing to judge by, and no failure. */
function orNoSuchColumn(error: unknown): null {
  if (error instanceof DatabaseFailure && error.failureClass === 'schema') return null;
  throw error;
}
