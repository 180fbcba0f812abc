import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { openQueryRunner } from '../../testing/database/run-query.ts';
import { missingColumns } from './missing-columns.ts';

const database = useTestDatabase();

it('the columns that an older database lacks are named', async () => {
  const { admin, reader } = database();
  await admin.query('ALTER TABLE jetmon_process_health DROP COLUMN wpcom_queue_depth');
  const runner = await openQueryRunner(reader);
  const missing = await runner.run(missingColumns('jetmon_process_health')).finally(() => runner.close());
  expect(missing).toContain('wpcom_queue_depth');
  expect(missing).not.toContain('host_id');
});
