import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { LabServer } from 'fleet-lab/database/lab-server';
import { bucketTotalOf, type DataSet } from './data-set.ts';
import { seedDeliveries } from './seed-deliveries.ts';
import { seedProcesses } from './seed-processes.ts';
import { seedSites } from './seed-sites.ts';

/** A database that holds a data set, with fresh statistics for the optimizer. */
export async function createBenchDatabase(server: LabServer, set: DataSet): Promise<LabDatabase> {
  const database = await server.createDatabase();
  const bucketTotal = bucketTotalOf(set);
  await seedProcesses(database, set.processes, bucketTotal);
  await seedSites(database, set, bucketTotal);
  await seedDeliveries(database, 'webhook', set.webhooks);
  await seedDeliveries(database, 'alert', set.alerts);
  const tables = [
    'jetmon_process_health',
    'jetmon_hosts',
    'jetmon_webhook_deliveries',
    'jetmon_alert_deliveries',
    'jetpack_monitor_sites',
    'jetmon_events',
  ];
  await database.admin.query(`ANALYZE TABLE ${tables.join(', ')}`);
  return database;
}
