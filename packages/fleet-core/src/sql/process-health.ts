import * as z from 'zod/mini';
import { Count, CountOrNull } from '../contract/scalars.ts';
import { asReported, type ProcessHealth } from '../domain/process-health.ts';
import { readDependencyHealth } from './dependency-health.ts';
import { Flag, type Query, UtcTime, UtcTimeOrNull } from './query.ts';
import { type ReadableRows, readRows } from './readable-rows.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({
  process_id: z.string(),
  host_id: z.string(),
  process_type: z.string(),
  pid: Count,
  version: z.string(),
  build_date: z.string(),
  go_version: z.string(),
  state: z.string(),
  health_status: z.string(),
  started_at: UtcTimeOrNull,
  updated_at: UtcTime,
  bucket_min: CountOrNull,
  bucket_max: CountOrNull,
  bucket_ownership: z.string(),
  api_port: CountOrNull,
  dashboard_port: CountOrNull,
  delivery_workers_enabled: Flag,
  delivery_owner_host: z.string(),
  worker_count: Count,
  active_checks: Count,
  queue_depth: Count,
  retry_queue_size: Count,
  wpcom_circuit_open: Flag,
  wpcom_queue_depth: Count,
  go_sys_mem_mb: Count,
  rss_mem_mb: z._default(CountOrNull, null),
  dependency_health: z.nullable(z.string()),
  created_at: UtcTime,
});

/** Every process that has reported, in no particular order. */
export function processHealth(tables: TableNames): Query<ReadableRows<ProcessHealth>> {
  return {
    // All columns, because rss_mem_mb exists from schema 26 on only and naming it would fail before.
    sql: `SELECT * FROM ${tables.process_health}`,
    params: [],
    read: (found, pause) => readRows(Row, 'process_id', toProcessHealth, found, pause),
  };
}

function toProcessHealth(row: z.infer<typeof Row>): ProcessHealth {
  const { entries, readable } = readDependencyHealth(row.dependency_health);
  return {
    started_at_ms: row.started_at,
    updated_at_ms: row.updated_at,
    created_at_ms: row.created_at,
    dependency_health: entries,
    dependency_health_readable: readable,
    ...asReported(row),
  };
}
