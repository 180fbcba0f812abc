import { FleetProblem } from 'fleet-core/contract/answers/problem';
import { MOST_ROWS } from 'fleet-core/sql/readable-rows';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { numbers } from '../../harness/tables/seed-many-rows.ts';

const database = useFleetDatabase(seedExample().rows);

/** Rows of processes beside those of the example. */
async function addProcesses({ admin }: LabDatabase, count: number): Promise<void> {
  await admin.query(`INSERT INTO jetmon_process_health
    (process_id, host_id, process_type, pid, started_at, updated_at, state, health_status)
    SELECT CONCAT('gone-', n), 'gone', 'monitor', n, NOW(3), NOW(3), 'running', 'green' FROM ${numbers(count)}`);
}

it('50,000 rows of processes are refused in so many words, with what to do in the log, and after the last good snapshot', async () => {
  const api = await apiForTest(database().reader, { FLEET_REQUEST_TIMEOUT_MS: '17000' });
  const { processes } = await fetchSnapshot(api);
  await addProcesses(database(), 50_000);
  const response = await fetch(`${api.url}/api/fleet`);
  expect(response.status).toBe(503);
  const problem = FleetProblem.parse(await response.json());
  expect(problem.detail).toBe('The fleet has more processes than this dashboard reads.');
  expect(problem.last_snapshot?.processes).toHaveLength(processes.length);
  expect(api.logged).toContainEqual(
    expect.objectContaining({
      failure_class: 'too_many_rows',
      remedy: expect.stringContaining('Delete them'),
    }),
  );
  await database().admin.query(
    `DELETE FROM jetmon_process_health WHERE host_id = 'gone' LIMIT ${50_000 - 1000}`,
  );
  await expect.poll(async () => (await fetch(`${api.url}/api/fleet`)).status, { timeout: 20_000 }).toBe(200);
  expect(processes.length + 1000).toBeLessThan(MOST_ROWS);
});
