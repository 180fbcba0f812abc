import * as z from 'zod/mini';
import { AGENT_COLUMNS } from '../../contract/verifliers.ts';
import type { AgentRow } from '../../domain/verifliers.ts';
import { HeartbeatTime, JsonText, type Query } from '../query.ts';
import { LIMIT_ROWS, type ReadableRows, readRows } from '../readable-rows.ts';

const Row = z.object({
  ...AGENT_COLUMNS,
  protocols: z.nullable(JsonText),
  last_seen: HeartbeatTime,
});

const FORMAT = {
  schema: Row,
  columns: ['agent_id', 'vantage_id', 'protocols', 'status', 'last_seen'],
} as const;

/** Every agent that a monitor has ever seen, in no particular order. */
export function veriflierAgents(table: string): Query<ReadableRows<AgentRow>> {
  return {
    sql: `SELECT agent_id, vantage_id, hostname, endpoint_host, endpoint_port, version, protocols, max_concurrency,
  queue_capacity, queue_depth, active, in_flight, status, last_seen
FROM ${table} ${LIMIT_ROWS}`,
    params: [],
    read: (found, pause) => readRows(FORMAT, toAgent, found, pause),
  };
}

function toAgent({ protocols, last_seen, ...agent }: z.infer<typeof Row>): AgentRow {
  return { ...agent, protocols: readProtocols(protocols), last_seen_ms: last_seen };
}

const Protocols = z.nullable(z.array(z.string()));

/** None where the column is null or empty; null where it holds no list of words. */
function readProtocols(column: string | null): string[] | null {
  if (column === null || column.trim() === '') return [];
  try {
    const parsed = Protocols.safeParse(JSON.parse(column));
    return parsed.success ? (parsed.data ?? []) : null;
  } catch {
    return null;
  }
}
