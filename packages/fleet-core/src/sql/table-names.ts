/** The tables that the dashboard reads, by what they hold. */
export type TableNames = {
  readonly process_health: string;
  readonly hosts: string;
  readonly webhook_deliveries: string;
  readonly alert_deliveries: string;
  readonly events: string;
  readonly sites: string;
};

/** The two sets of names that Jetmon 2 databases have had, by their prefix. */
export const TABLE_NAMES = {
  jetmon: withPrefix('jetmon'),
  jetpack_monitor: withPrefix('jetpack_monitor'),
} as const;

function withPrefix(prefix: string): TableNames {
  return {
    process_health: `${prefix}_process_health`,
    hosts: `${prefix}_hosts`,
    webhook_deliveries: `${prefix}_webhook_deliveries`,
    alert_deliveries: `${prefix}_alert_deliveries`,
    events: `${prefix}_events`,
    sites: 'jetpack_monitor_sites',
  };
}
