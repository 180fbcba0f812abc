import * as z from 'zod/mini';
import type { ReplicaLag } from '../../domain/replica-lag.ts';
import type { Query } from '../query.ts';

/** The same number by the name that each server has for it; null where replication does not run. */
const Row = z.object({
  Seconds_Behind_Master: z.optional(z.nullable(z.number())),
  Seconds_Behind_Source: z.optional(z.nullable(z.number())),
});

/**
 * How far this server is behind the one it follows, the farthest where it follows several. An account that may not ask is
 * denied (1227). Each server runs only the comment that is meant for it.
 */
export function replicaLag(): Query<ReplicaLag> {
  return {
    sql: 'SHOW /*M!100501 ALL REPLICAS */ /*!80022 REPLICA */ STATUS',
    params: [],
    read: (rows) => toLag(z.array(Row).parse(rows)),
  };
}

function toLag(rows: readonly z.infer<typeof Row>[]): ReplicaLag {
  if (rows.length === 0) return { kind: 'none' };
  const lags = rows.flatMap((row) => row.Seconds_Behind_Master ?? row.Seconds_Behind_Source ?? []);
  return lags.length < rows.length ? { kind: 'stopped' } : { kind: 'known', lag_sec: Math.max(...lags) };
}
