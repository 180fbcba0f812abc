import { TABLE_NAMES } from 'fleet-core/sql/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';

const { process_health, hosts } = TABLE_NAMES.jetmon;

/** A database whose columns have become as loose as a schema may: null, negative and beyond all measure. */
export async function createLooseDatabase(): Promise<LabDatabase> {
  const database = await createTestDatabase({ anyTextInDependencyHealth: true });
  const loosen = async (table: string, type: string, ...columns: string[]) => {
    const changes = columns.map((column) => `MODIFY ${column} ${type} NULL`);
    await database.admin.query(`ALTER TABLE ${table} ${changes.join(', ')}`);
  };
  await loosen(process_health, 'BIGINT UNSIGNED', 'active_checks', 'retry_queue_size');
  await loosen(process_health, 'BIGINT', 'pid', 'worker_count', 'queue_depth', 'bucket_min', 'bucket_max');
  await loosen(
    process_health,
    'VARCHAR(255)',
    'host_id',
    'process_type',
    'version',
    'state',
    'health_status',
  );
  await loosen(process_health, 'DATETIME', 'updated_at', 'created_at', 'started_at');
  await database.admin.query(`ALTER TABLE ${hosts} DROP PRIMARY KEY`);
  await loosen(hosts, 'BIGINT', 'bucket_min', 'bucket_max');
  await loosen(hosts, 'VARCHAR(255)', 'status', 'host_id');
  await loosen(hosts, 'DATETIME', 'last_heartbeat');
  return database;
}
