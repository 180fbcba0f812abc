import type { VeriflierAgent, VeriflierVantage } from '../../contract/verifliers.ts';
import type { VantageRow } from '../../domain/verifliers.ts';
import { byCodePoint, distinctSorted } from '../code-point-order.ts';
import { groupBy } from '../group-by.ts';
import { countText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';
import { isActiveAgent } from './judge-agents.ts';

/** Every vantage with what its agents say of it: enabled ones first, then by name. */
export function judgeVantages(
  rows: readonly VantageRow[],
  agents: readonly VeriflierAgent[],
): VeriflierVantage[] {
  const agentsOf = groupBy(agents, ({ vantage_id }) => vantage_id);
  return rows
    .map((row) => judgeVantage(row, agentsOf.get(row.vantage_id) ?? []))
    .sort((a, b) => Number(b.enabled) - Number(a.enabled) || byCodePoint(a.vantage_id, b.vantage_id));
}

function judgeVantage(row: VantageRow, agents: readonly VeriflierAgent[]): VeriflierVantage {
  const missing = missingIn(row);
  const stale = agents.filter((agent) => agent.stale).length;
  const { last_seen, last_seen_age_sec } = lastSeen(agents);
  const endpoints = endpointsOf(agents);
  return {
    ...row,
    usable: row.enabled && missing.length === 0,
    active_agents: agents.filter(isActiveAgent).length,
    fresh_agents: agents.length - stale,
    stale_agents: stale,
    last_seen,
    last_seen_age_sec,
    faults: [
      ...(row.enabled ? missing.map((part) => `no ${part}`) : []),
      ...(endpoints.length > 1 ? [`${countText(endpoints.length, 'endpoint')}: ${listText(endpoints)}`] : []),
    ],
  };
}

function missingIn({ endpoint_host, endpoint_port, auth_token_present }: VantageRow): string[] {
  return [
    ...(endpoint_host.trim() === '' ? ['endpoint host'] : []),
    ...(endpoint_port.trim() === '' ? ['endpoint port'] : []),
    ...(auth_token_present ? [] : ['token']),
  ];
}

function lastSeen(
  agents: readonly VeriflierAgent[],
): Pick<VeriflierAgent, 'last_seen' | 'last_seen_age_sec'> {
  const age = ({ last_seen_age_sec }: VeriflierAgent) => last_seen_age_sec ?? Number.POSITIVE_INFINITY;
  const [youngest] = [...agents].sort((a, b) => age(a) - age(b));
  return youngest ?? { last_seen: null, last_seen_age_sec: null };
}

/** The vantages whose fresh active agents name more than one endpoint, registered or not. */
export function vantagesWithDuplicates(agents: readonly VeriflierAgent[]): string[] {
  const groups = groupBy(agents, ({ vantage_id }) => vantage_id);
  return [...groups].flatMap(([id, group]) =>
    id.trim() !== '' && endpointsOf(group).length > 1 ? [id] : [],
  );
}

/** Where fresh active agents say that they answer. */
function endpointsOf(agents: readonly VeriflierAgent[]): string[] {
  const named = agents
    .filter((agent) => !agent.stale && isActiveAgent(agent))
    .map(({ endpoint_host, endpoint_port }) => `${endpoint_host.trim()}:${endpoint_port.trim()}`);
  return distinctSorted(named.filter((endpoint) => endpoint !== ':'));
}
