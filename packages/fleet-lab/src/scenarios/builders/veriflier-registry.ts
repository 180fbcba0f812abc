import type { AgedDependencyEntry, FleetState, ProcessHealthRow } from '../../state/fleet-state.ts';
import type { VeriflierAgentRow, VeriflierVantageRow } from '../../state/later-rows.ts';
import { healthyDependencies } from './dependency-entries.ts';
import { hostVariation } from './host-variation.ts';
import { deliverers, HOSTS, monitors, rolloutFleet } from './rollout-fleet.ts';

/** An enabled vantage with all that it needs. */
export function vantage(
  vantage_id: string,
  overrides: Partial<VeriflierVantageRow> = {},
): VeriflierVantageRow {
  return {
    vantage_id,
    region: vantage_id.slice(0, 2),
    provider: 'hosting-1',
    endpoint_host: `${vantage_id}.verifliers.example`,
    endpoint_port: '7803',
    auth_token: `token-of-${vantage_id}`,
    enabled: 1,
    updated_age: 86_400,
    ...overrides,
  };
}

/** An agent of that vantage, seen seconds ago, with some of its room in use. */
export function agent(vantage_id: string, overrides: Partial<VeriflierAgentRow> = {}): VeriflierAgentRow {
  const variation = hostVariation(vantage_id);
  return {
    agent_id: `${vantage_id}-1`,
    vantage_id,
    hostname: `veriflier-${vantage_id}`,
    endpoint_host: `${vantage_id}.verifliers.example`,
    endpoint_port: '7803',
    version: '2.1.0',
    protocols: ['v2-json-http'],
    max_concurrency: 64,
    queue_capacity: 256,
    queue_depth: Math.floor(variation * 12),
    active: Math.floor(variation * 20),
    in_flight: Math.floor(variation * 8),
    status: 'active',
    last_seen_age: Math.floor(variation * 9),
    ...overrides,
  };
}

/** A healthy dynamic fleet on a later database, whose monitors discover their verifliers by these rows. */
export function discoveringFleet(
  vantages: readonly VeriflierVantageRow[],
  agents: readonly VeriflierAgentRow[],
): FleetState {
  const enabled = vantages.filter((row) => row.enabled === 1);
  const usable = enabled.filter((row) => row.endpoint_host !== '' && row.auth_token !== '');
  const discovery: AgedDependencyEntry = {
    name: `veriflier-discovery:active enabled=${enabled.length} usable=${usable.length} agents=${agents.length}`,
    status: 'green',
    latency_ms: 4,
    checked_at_age: 3,
    details: { registry: `${vantages.length} vantages`, fallback: 'static configuration' },
  };
  const changes = Object.fromEntries(HOSTS.map((host) => [host, laterMonitor(host, discovery)]));
  const fleet = rolloutFleet({ processes: [...monitors(changes), ...deliverers()] });
  return {
    ...fleet,
    is_later: true,
    rows: {
      ...fleet.rows,
      jetpack_monitor_veriflier_vantages: [...vantages],
      jetpack_monitor_veriflier_agents: [...agents],
    },
  };
}

/** What a later monitor tells of itself beside. */
function laterMonitor(host: string, discovery: AgedDependencyEntry): Partial<ProcessHealthRow> {
  const variation = hostVariation(host);
  const waiting = 380 + Math.floor(variation * 90);
  return {
    dependency_health: [...healthyDependencies(host, 'monitor'), discovery],
    runtime_goroutines: waiting + 12,
    runtime_goroutines_runnable: 3,
    runtime_goroutines_running: 2,
    runtime_goroutines_waiting: waiting,
    runtime_goroutines_not_in_go: 7,
    runtime_goroutines_created: 5_400_000_000 + Math.floor(variation * 1_000_000),
    runtime_threads: 18 + Math.floor(variation * 6),
  };
}
