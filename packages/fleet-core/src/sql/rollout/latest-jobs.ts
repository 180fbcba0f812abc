import * as z from 'zod/mini';
import { Text } from '../../contract/scalars.ts';
import type { LatestJobs, RolloutJob } from '../../domain/rollout-control.ts';
import { type Query, UtcTimeOrNull } from '../query.ts';
import { readRows } from '../readable-rows.ts';

const Row = z.object({
  job_id: z.string(),
  run_id: Text,
  operation: Text,
  status: Text,
  summary: z.string(),
  error_code: z.string(),
  error_message: z.string(),
  created_at: UtcTimeOrNull,
});

const FORMAT = {
  schema: Row,
  columns: ['job_id', 'run_id', 'operation', 'status', 'created_at'],
} as const;

/** The last days of a rollout. */
export const MOST_JOBS = 500;

/** A message is shown, not searched: its beginning says what is wrong. */
const MOST_CHARACTERS = 1000;

/** The newest jobs of rollouts, newest first; what they returned is not read. */
export function latestJobs(jobs: string): Query<LatestJobs> {
  const text = (column: string) => `COALESCE(LEFT(${column}, ${MOST_CHARACTERS}), '') AS ${column}`;
  return {
    sql: `SELECT job_id, run_id, operation, status, ${text('summary')}, ${text('error_code')}, ${text('error_message')}, created_at
FROM ${jobs}
ORDER BY created_at DESC, job_id LIMIT ${MOST_JOBS + 1}`,
    params: [],
    read: async (found, pause) => {
      const { rows, unreadable } = await readRows(FORMAT, toJob, found, pause);
      return {
        jobs: rows.slice(0, MOST_JOBS),
        has_older: rows.length + unreadable.length > MOST_JOBS,
      };
    },
  };
}

function toJob({ created_at, ...job }: z.infer<typeof Row>): RolloutJob {
  return { ...job, created_at_ms: created_at };
}
