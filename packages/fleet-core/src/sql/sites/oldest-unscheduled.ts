import { hasNoTime, hasTime } from '../zero-date.ts';

/** With no more rows than this, each is looked up. */
const FEW = 1000;

/** Among this many of the oldest pending rows, one without a time is all but certain where there are many. */
const ELDEST = 1000;

/**
 * An expression for the creation of the oldest pending row that has no time for its next attempt. No index
 * tells it: few such rows are looked up one by one; of many, the first among the eldest pending rows is the
 * oldest there is. Only when all the eldest have a time does it take a look at every row in question.
 *
 * The inner limits matter: they bound the work, and they leave the optimizer no other index than the one that
 * gives the order. A server evaluates only the branch that is taken.
 */
export function oldestUnscheduled(table: string): string {
  const isUnscheduled = hasNoTime('next_attempt_at');
  const unscheduled = `${table} WHERE status = 'pending' AND ${isUnscheduled}`;
  const isDated = hasTime('created_at');
  const lookUpAll = `(SELECT MIN(created_at) FROM ${unscheduled} AND ${isDated})`;
  return `CASE
    WHEN (SELECT COUNT(*) FROM (SELECT 1 AS found FROM ${unscheduled} LIMIT ${FEW + 1}) AS few) <= ${FEW}
    THEN ${lookUpAll}
    ELSE COALESCE(
      (SELECT MIN(created_at) FROM (
        SELECT created_at, next_attempt_at FROM ${table} WHERE status = 'pending' AND ${isDated} ORDER BY created_at LIMIT ${ELDEST}
      ) AS eldest WHERE ${isUnscheduled}),
      ${lookUpAll})
  END`;
}
