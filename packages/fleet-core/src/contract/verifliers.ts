import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Count, CountOrNull, Figure, Instant, openEnum, Text } from './scalars.ts';

export const VERIFLIERS_CODES = [
  'query_failed',
  'no_usable_vantage',
  'incomplete_vantages',
  'duplicate_endpoints',
  'none_enabled',
  'no_fresh_agent',
  'stale_agents',
  'rows_unreadable',
  'static_configuration',
  'ok',
  'registry_present',
] as const;
export type VerifliersCode = (typeof VERIFLIERS_CODES)[number];

/** How monitors find their verifliers, as those that send heartbeats report it: `active`, `shadow` or another word. */
export const DiscoveryMode = z.object({ mode: z.string(), process_count: Count, hosts: z.array(z.string()) });
export type DiscoveryMode = z.infer<typeof DiscoveryMode>;

/** The columns of a vantage's row that are passed on as they stand. */
export const VANTAGE_COLUMNS = {
  vantage_id: z.string(),
  region: Text,
  provider: Text,
  endpoint_host: Text,
  endpoint_port: Text,
} as const;

const ofAgents = {
  last_seen: z.nullable(Instant),
  last_seen_age_sec: CountOrNull,
};

/** A place from which sites may be verified. Its token never leaves the database, only whether there is one. */
export const VeriflierVantage = z.object({
  ...VANTAGE_COLUMNS,
  auth_token_present: z.boolean(),
  enabled: z.boolean(),
  /** Enabled, with a host, a port and a token. */
  usable: z.boolean(),
  active_agents: Count,
  fresh_agents: Count,
  stale_agents: Count,
  /** When the last of its agents was seen; null when none ever was. */
  ...ofAgents,
  /** What keeps it from being used as it should, in a few words each. */
  faults: z.array(z.string()),
});
export type VeriflierVantage = z.infer<typeof VeriflierVantage>;

/** The columns of an agent's row that are passed on as they stand. */
export const AGENT_COLUMNS = {
  agent_id: z.string(),
  vantage_id: Text,
  hostname: Text,
  endpoint_host: Text,
  endpoint_port: Text,
  version: Text,
  max_concurrency: Figure,
  queue_capacity: Figure,
  queue_depth: Figure,
  active: Figure,
  in_flight: Figure,
  status: Text,
} as const;

/** A veriflier as the monitors last saw it. */
export const VeriflierAgent = z.object({
  ...AGENT_COLUMNS,
  /** Null where the row holds no list of words. */
  protocols: z.nullable(z.array(z.string())),
  ...ofAgents,
  stale: z.boolean(),
  /** Whether its vantage is registered and enabled. */
  vantage_preapproved: z.boolean(),
});
export type VeriflierAgent = z.infer<typeof VeriflierAgent>;

/** The vantages of verifliers with their agents. All numbers of theirs are null, with `error`, when they could not be read. */
export const Verifliers = z.object({
  status: openEnum(LEVELS),
  code: openEnum(VERIFLIERS_CODES),
  message: z.string(),
  error: z.optional(z.string()),
  total_vantages: CountOrNull,
  enabled_vantages: CountOrNull,
  disabled_vantages: CountOrNull,
  usable_vantages: CountOrNull,
  /** Enabled, and without a host, a port or a token. */
  incomplete_vantages: CountOrNull,
  total_agents: CountOrNull,
  fresh_agents: CountOrNull,
  stale_agents: CountOrNull,
  active_agents: CountOrNull,
  /** Vantages whose fresh active agents name more than one endpoint. */
  duplicate_endpoints: CountOrNull,
  /** These five are sums over all agents, as each last reported. */
  max_concurrency: CountOrNull,
  queue_capacity: CountOrNull,
  queue_depth: CountOrNull,
  active_checks: CountOrNull,
  in_flight: CountOrNull,
  discovery_modes: z.array(DiscoveryMode),
  vantages: z.array(VeriflierVantage),
  agents: z.array(VeriflierAgent),
  /** Names of the rows that could not be decoded, so that nothing is known of them. */
  unreadable_rows: z.array(z.string()),
});
export type Verifliers = z.infer<typeof Verifliers>;
