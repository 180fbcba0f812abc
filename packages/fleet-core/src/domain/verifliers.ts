import type { VeriflierAgent, VeriflierVantage } from '../contract/verifliers.ts';

/** A vantage as registered. */
export type VantageRow = Readonly<
  Pick<
    VeriflierVantage,
    | 'vantage_id'
    | 'region'
    | 'provider'
    | 'endpoint_host'
    | 'endpoint_port'
    | 'auth_token_present'
    | 'enabled'
  >
>;

/** An agent as it was last seen, in milliseconds since 1970; null where the row holds the zero date. */
export type AgentRow = Readonly<
  Omit<VeriflierAgent, 'last_seen' | 'last_seen_age_sec' | 'stale' | 'vantage_preapproved'>
> & { readonly last_seen_ms: number | null };

/** The rows of both tables, in no particular order. */
export type VeriflierRows = {
  readonly vantages: readonly VantageRow[];
  readonly agents: readonly AgentRow[];
};
