import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import type { SiteChecks } from 'fleet-core/domain/site-checks';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import { isPastGrace } from 'fleet-core/rules/activity/site-activity';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import type { NewestCheck } from 'fleet-core/sql/sites/newest-check';
import {
  newestRuntimeChecks,
  newestRuntimeChecksOf,
  type RuntimeTables,
} from 'fleet-core/sql/sites/runtime-checks';
import { newestChecks, shortestIntervals, sitesOutside } from 'fleet-core/sql/sites/site-checks';
import type { Database } from '../../database/database.ts';
import { readInPieces } from './in-pieces.ts';
import type { Pace } from './work-pace.ts';

/** Reads when the sites of each bucket were last checked; null where there is nothing to ask. Rejects with a `DatabaseFailure`. */
export type ReadActivity = (nowMs: number, pace: Pace) => Promise<SiteChecks | null>;

/**
 * One statement for each place that tells of checks where all is well; intervals are asked for late buckets only, and sites
 * outside only if there are any. Where many buckets are late, each of whose sites is looked at, they are read in pieces, at
 * the given pace.
 */
export function createActivityRead(
  database: Database,
  schema: DatabaseSchema,
  { bucket_total, activity_grace_sec }: Thresholds,
): ReadActivity {
  const tables = tableNames(schema);
  const { sites, site_runtime } = tables;
  const ofSites = schema.checks_in.includes('sites') ? newestChecks(tables) : undefined;
  const readByRuntime = site_runtime === null ? undefined : createRuntimeRead({ sites, site_runtime });

  async function readNewest(pace: Pace): Promise<NewestCheck[]> {
    const bySites = ofSites === undefined ? [] : await database.read(ofSites, pace.remainingMs());
    return readByRuntime === undefined ? bySites : laterOf(bySites, await readByRuntime(pace));
  }

  /** The buckets whose newest check is not among the newest of all are looked at by themselves. */
  function createRuntimeRead(runtime: RuntimeTables) {
    const newest = newestRuntimeChecks(runtime);
    return async (pace: Pace): Promise<NewestCheck[]> => {
      const found = await database.read(newest, pace.remainingMs());
      const reached = found.filter(({ newest_check_ms }) => newest_check_ms !== null);
      if (reached.length === found.length) return reached;
      const others = found.filter(({ newest_check_ms }) => newest_check_ms === null);
      const buckets = others.map(({ bucket_no }) => bucket_no);
      const looked = await readInPieces(buckets, pace, (piece) =>
        database.read(newestRuntimeChecksOf(runtime, piece), pace.remainingMs()),
      );
      return [...reached, ...looked];
    };
  }

  return async (nowMs, pace) => {
    const { remainingMs } = pace;
    if (bucket_total <= 0 || schema.checks_in.length === 0) return null;
    const found = await readNewest(pace);
    const inside = found.filter(({ bucket_no }) => bucket_no < bucket_total);
    const isLate = (newestMs: number | null) => isPastGrace(newestMs, nowMs, activity_grace_sec);
    const late = inside.filter((bucket) => isLate(bucket.newest_check_ms)).map(({ bucket_no }) => bucket_no);
    const intervals = new Map(
      await readInPieces(late, pace, async (piece) => [
        ...(await database.read(shortestIntervals(tables, piece), remainingMs())),
      ]),
    );
    const sites_outside =
      inside.length === found.length
        ? 0
        : await database.read(sitesOutside(tables, bucket_total), remainingMs());
    const buckets = inside.map(({ bucket_no, newest_check_ms }) => ({
      bucket_no,
      newest_check_ms,
      shortest_interval_min: intervals.get(bucket_no) ?? null,
    }));
    return { buckets, sites_outside };
  };
}

/** Of each bucket the later of two checks, as far as there are any. */
function laterOf(some: readonly NewestCheck[], others: readonly NewestCheck[]): NewestCheck[] {
  const newest = new Map(some.map((check) => [check.bucket_no, check]));
  for (const check of others) {
    const known = newest.get(check.bucket_no)?.newest_check_ms ?? Number.NEGATIVE_INFINITY;
    if (check.newest_check_ms === null ? !newest.has(check.bucket_no) : check.newest_check_ms > known)
      newest.set(check.bucket_no, check);
  }
  return [...newest.values()];
}
