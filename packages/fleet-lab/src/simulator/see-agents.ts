import type { Pool } from 'mysql2/promise';
import type { VeriflierAgentRow } from '../state/later-rows.ts';
import { timeBefore } from '../state/row-values.ts';

/** An agent that was seen longer ago in the state stays unseen on purpose. */
const LIVE_AGENT_LIMIT_SEC = 300;

/** Resolves once the live ones of these agents are written as seen now; none where the database has no such table. */
export async function seeAgents(
  admin: Pool,
  table: string | null,
  rows: readonly VeriflierAgentRow[] | undefined,
  nowMs: number,
): Promise<void> {
  const live = (rows ?? []).filter(({ last_seen_age }) => last_seen_age <= LIVE_AGENT_LIMIT_SEC);
  if (table === null || live.length === 0) return;
  await admin.query(`UPDATE ${table} SET last_seen = ? WHERE agent_id IN (?)`, [
    timeBefore(nowMs, 0),
    live.map(({ agent_id }) => agent_id),
  ]);
}
