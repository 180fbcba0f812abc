/** The names of the six tables that the dashboard reads. */
export interface TableNames {
  readonly processHealth: string;
  readonly hosts: string;
  readonly webhookDeliveries: string;
  readonly alertDeliveries: string;
  readonly sites: string;
  readonly events: string;
}

/** Names in the databases that the dashboard was first written for. */
export const JETMON_TABLES: TableNames = {
  processHealth: 'jetmon_process_health',
  hosts: 'jetmon_hosts',
  webhookDeliveries: 'jetmon_webhook_deliveries',
  alertDeliveries: 'jetmon_alert_deliveries',
  sites: 'jetpack_monitor_sites',
  events: 'jetmon_events',
};

/** Names in later Jetmon 2 databases. */
export const JETPACK_MONITOR_TABLES: TableNames = {
  processHealth: 'jetpack_monitor_process_health',
  hosts: 'jetpack_monitor_hosts',
  webhookDeliveries: 'jetpack_monitor_webhook_deliveries',
  alertDeliveries: 'jetpack_monitor_alert_deliveries',
  sites: 'jetpack_monitor_sites',
  events: 'jetpack_monitor_events',
};
