import type { VeriflierAgent } from '../../contract/verifliers.ts';
import { toInstant } from '../../domain/instant.ts';
import type { AgentRow, VantageRow } from '../../domain/verifliers.ts';
import { byCodePoint } from '../code-point-order.ts';
import { heartbeatAgeSec, isStale } from '../processes/heartbeat.ts';

/** Every agent with its age, by vantage and name. */
export function judgeAgents(
  rows: readonly AgentRow[],
  vantages: readonly VantageRow[],
  nowMs: number,
  graceSec: number,
): VeriflierAgent[] {
  const approved = new Set(vantages.filter(({ enabled }) => enabled).map(({ vantage_id }) => vantage_id));
  return rows
    .map(({ last_seen_ms, ...agent }) => ({
      ...agent,
      last_seen: last_seen_ms === null ? null : toInstant(last_seen_ms),
      last_seen_age_sec: heartbeatAgeSec(nowMs, last_seen_ms),
      stale: isStale(nowMs, last_seen_ms, graceSec),
      vantage_preapproved: approved.has(agent.vantage_id),
    }))
    .sort((a, b) => byCodePoint(a.vantage_id, b.vantage_id) || byCodePoint(a.agent_id, b.agent_id));
}

/** Whether it says that it works; whether that is still so, its age tells. */
export function isActiveAgent({ status }: Pick<VeriflierAgent, 'status'>): boolean {
  return status === 'active';
}
