import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';

/** Makes the recommended index, here and in no other place of the project. */
export async function addRecommendedIndex({ admin }: LabDatabase): Promise<void> {
  await admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await admin.query('ANALYZE TABLE jetpack_monitor_sites');
}
