import type { LabDatabase } from 'fleet-lab/database/lab-database';

/** The one index that the documents recommend. It is made here and in no other place of the project. */
const RECOMMENDED_INDEX = `ALTER TABLE jetpack_monitor_sites
  ADD INDEX idx_status_blog (site_status, blog_id, monitor_active, bucket_no),
  ALGORITHM=INPLACE, LOCK=NONE`;

/** Makes the recommended index. */
export async function addRecommendedIndex({ admin }: LabDatabase): Promise<void> {
  await admin.query(RECOMMENDED_INDEX);
  await admin.query('ANALYZE TABLE jetpack_monitor_sites');
}
