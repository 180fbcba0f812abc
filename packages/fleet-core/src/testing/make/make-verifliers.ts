import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { AgentRow, VantageRow } from '../../domain/verifliers.ts';
import { makeReading } from './make-reading.ts';
import { secondsAgo } from './now.ts';

/** An enabled vantage with all that it needs. */
export function makeVantage(overrides: Partial<VantageRow> = {}): VantageRow {
  return {
    vantage_id: 'eu-west',
    region: 'eu',
    provider: 'p1',
    endpoint_host: 'v1.example',
    endpoint_port: '7803',
    auth_token_present: true,
    enabled: true,
    ...overrides,
  };
}

/** An active agent of that vantage, seen 5 s ago at its endpoint. */
export function makeAgent(overrides: Partial<AgentRow> = {}): AgentRow {
  return {
    agent_id: 'agent-1',
    vantage_id: 'eu-west',
    hostname: 'veriflier-1',
    endpoint_host: 'v1.example',
    endpoint_port: '7803',
    version: '2.0.0',
    protocols: ['v2-json-http'],
    max_concurrency: 64,
    queue_capacity: 256,
    queue_depth: 3,
    active: 2,
    in_flight: 1,
    status: 'active',
    last_seen_ms: secondsAgo(5),
    ...overrides,
  };
}

/** The registry with these rows; as nothing else is said, one complete vantage and its agent. */
export function makeVerifliers(
  vantages: readonly VantageRow[] = [makeVantage()],
  agents: readonly AgentRow[] = [makeAgent()],
  unreadable: readonly string[] = [],
): Pick<Required<FleetReadings>, 'verifliers'> {
  return { verifliers: makeReading({ vantages, agents }, { unreadable }) };
}

/** What a monitor reports whose verifliers are discovered in this mode. */
export function discovering(mode: string, status = 'green') {
  return { dependency_health: [{ name: `veriflier-discovery:${mode} enabled=1 usable=1 agents=1`, status }] };
}
