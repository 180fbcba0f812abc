import * as z from 'zod/mini';
import { Text } from '../../contract/scalars.ts';
import type { OpenSession } from '../../domain/rollout-control.ts';
import { type Query, UtcTimeOrNull } from '../query.ts';
import { type ReadableRows, readRows } from '../readable-rows.ts';

const Row = z.object({
  run_id: z.string(),
  owner_host: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
  change_ref: Text,
  operator: Text,
  created_at: UtcTimeOrNull,
  updated_at: UtcTimeOrNull,
});

const FORMAT = {
  schema: Row,
  columns: ['run_id', 'owner_host', 'bucket_min', 'bucket_max', 'created_at', 'updated_at'],
} as const;

/** Jetmon leaves sessions open, and later ones take up what older ones have begun: nobody needs to know of more. */
const MOST_SESSIONS = 500;

/** The newest rollout sessions that were not closed. */
export function openSessions(sessions: string): Query<ReadableRows<OpenSession>> {
  return {
    sql: `SELECT run_id, owner_host, bucket_min, bucket_max, change_ref, operator, created_at, updated_at
FROM ${sessions}
WHERE status = 'open'
ORDER BY created_at DESC, run_id LIMIT ${MOST_SESSIONS}`,
    params: [],
    read: (found, pause) => readRows(FORMAT, toSession, found, pause),
  };
}

function toSession({ owner_host, created_at, updated_at, ...session }: z.infer<typeof Row>): OpenSession {
  return { ...session, host_id: owner_host, created_at_ms: created_at, updated_at_ms: updated_at };
}
