import type { Closed } from '../../contract/scalars.ts';
import type { VeriflierAgent, Verifliers, VeriflierVantage } from '../../contract/verifliers.ts';
import type { Reading } from '../../domain/reading.ts';
import type { VeriflierRows } from '../../domain/verifliers.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { discoveryModes } from './discovery-modes.ts';
import { isActiveAgent, judgeAgents } from './judge-agents.ts';
import { judgeVantages, vantagesWithDuplicates } from './judge-vantages.ts';
import { notReadVerdict, veriflierVerdict } from './veriflier-verdict.ts';

type Counts = Pick<
  Verifliers,
  | 'total_vantages'
  | 'enabled_vantages'
  | 'disabled_vantages'
  | 'usable_vantages'
  | 'incomplete_vantages'
  | 'total_agents'
  | 'fresh_agents'
  | 'stale_agents'
  | 'active_agents'
  | 'duplicate_endpoints'
  | 'max_concurrency'
  | 'queue_capacity'
  | 'queue_depth'
  | 'active_checks'
  | 'in_flight'
>;

const NOT_READ: Counts = {
  total_vantages: null,
  enabled_vantages: null,
  disabled_vantages: null,
  usable_vantages: null,
  incomplete_vantages: null,
  total_agents: null,
  fresh_agents: null,
  stale_agents: null,
  active_agents: null,
  duplicate_endpoints: null,
  max_concurrency: null,
  queue_capacity: null,
  queue_depth: null,
  active_checks: null,
  in_flight: null,
};

/** Judges the registered vantages by their agents and by what monitors do with them; null where there are no such tables. */
export function judgeVerifliers(
  reading: Reading<VeriflierRows> | undefined,
  processes: readonly JudgedProcess[],
  nowMs: number,
  graceSec: number,
): Closed<Verifliers> | null {
  if (reading === undefined) return null;
  const discovery_modes = discoveryModes(processes);
  if (!reading.ok) {
    const verdict = notReadVerdict(discovery_modes);
    const error = verdict.message;
    return { ...verdict, error, ...NOT_READ, discovery_modes, vantages: [], agents: [], unreadable_rows: [] };
  }
  const agents = judgeAgents(reading.value.agents, reading.value.vantages, nowMs, graceSec);
  const vantages = judgeVantages(reading.value.vantages, agents);
  const unreadable_rows = [...(reading.unreadable ?? [])];
  const duplicates = vantagesWithDuplicates(agents);
  return {
    ...veriflierVerdict({ discovery_modes, vantages, agents, duplicates, unreadable_rows, graceSec }),
    ...countVantages(vantages),
    ...countAgents(agents),
    duplicate_endpoints: duplicates.length,
    discovery_modes,
    vantages,
    agents,
    unreadable_rows,
  };
}

function countVantages(vantages: readonly VeriflierVantage[]) {
  const enabled = vantages.filter((vantage) => vantage.enabled).length;
  const usable = vantages.filter((vantage) => vantage.usable).length;
  return {
    total_vantages: vantages.length,
    enabled_vantages: enabled,
    disabled_vantages: vantages.length - enabled,
    usable_vantages: usable,
    incomplete_vantages: enabled - usable,
  };
}

function countAgents(agents: readonly VeriflierAgent[]) {
  const stale = agents.filter((agent) => agent.stale).length;
  const sumOf = (column: 'max_concurrency' | 'queue_capacity' | 'queue_depth' | 'active' | 'in_flight') =>
    agents.reduce((sum, agent) => sum + (agent[column] ?? 0), 0);
  return {
    total_agents: agents.length,
    fresh_agents: agents.length - stale,
    stale_agents: stale,
    active_agents: agents.filter(isActiveAgent).length,
    max_concurrency: sumOf('max_concurrency'),
    queue_capacity: sumOf('queue_capacity'),
    queue_depth: sumOf('queue_depth'),
    active_checks: sumOf('active'),
    in_flight: sumOf('in_flight'),
  };
}
