import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../../harness/fixtures/for-one-test.ts';

const ZERO = '0000-00-00 00:00:00';

/** The snapshot of a healthy fleet in which these columns hold the zero date in every row that `which` names. */
async function withZeroDates(
  table: string,
  columns: readonly string[],
  which: string,
): Promise<FleetSnapshot> {
  const { admin, reader } = await databaseForTest(
    SCENARIOS.find(({ name }) => name === 'dynamic-healthy')?.build().rows,
  );
  const lax = await admin.getConnection();
  await lax.query("SET SESSION sql_mode = ''");
  const values = columns.map((column) => `${column} = '${ZERO}'`);
  await lax.query(`UPDATE ${table} SET ${values.join(', ')} WHERE ${which}`);
  lax.destroy();
  const [[row]] = await admin.query<never[]>(
    `SELECT COUNT(*) AS zeros FROM ${table} WHERE CAST(${columns[0]} AS CHAR) LIKE '0000%'`,
  );
  expect(Number(Reflect.get(Object(row), 'zeros'))).toBeGreaterThan(0);
  return fetchSnapshot(await apiForTest(reader));
}

/** No time of 1970 and no age of decades is told, in a field or in words. */
function expectNoAgeOfDecades(snapshot: FleetSnapshot): void {
  // Statements to copy name the zero date themselves.
  const text = JSON.stringify(snapshot, (name, value: unknown) => (name === 'command' ? undefined : value));
  expect(text.match(/1970-|1969-|0000-00|_sec":\d{9,}|\b\d{9,}s\b|\d{4,}d\b/)).toBeNull();
}

const codes = ({ summary }: FleetSnapshot) => summary.issue_details.map(({ code }) => code);
const status = ({ checklist }: FleetSnapshot, question: string) =>
  checklist.find(({ code }) => code === question)?.status;

it('a heartbeat of a process at the zero date is none: the process is silent, and says so in words', async () => {
  const snapshot = await withZeroDates('jetmon_process_health', ['updated_at'], "host_id = 'jetmon-b'");
  expectNoAgeOfDecades(snapshot);
  const process = snapshot.processes.find(({ host_id }) => host_id === 'jetmon-b');
  expect(process).toMatchObject({ updated_at: null, last_heartbeat_age_sec: null, stale: true });
  expect(snapshot.summary.issues.join()).toContain(`process ${process?.process_id}: no heartbeat`);
  expect(snapshot.causes[0]?.headline).toContain('jetmon-b has no heartbeat');
  expect(snapshot.decision.code).toBe('stop');
  expect(status(snapshot, 'heartbeats')).toBe('red');
});

it('heartbeats of all processes at the zero date are none', async () => {
  const snapshot = await withZeroDates('jetmon_process_health', ['updated_at'], 'TRUE');
  expectNoAgeOfDecades(snapshot);
  expect(snapshot.processes.every(({ stale, updated_at }) => stale && updated_at === null)).toBe(true);
  expect(snapshot.decision.code).toBe('stop');
});

it('a start and a creation at the zero date are not known, and no fault', async () => {
  const snapshot = await withZeroDates('jetmon_process_health', ['started_at', 'created_at'], 'TRUE');
  expectNoAgeOfDecades(snapshot);
  for (const { started_at, created_at } of snapshot.processes)
    expect([started_at, created_at]).toEqual([null, null]);
});

it('a heartbeat of an owner at the zero date is none: its row is stale, and says so in words', async () => {
  const snapshot = await withZeroDates('jetmon_hosts', ['last_heartbeat'], "host_id = 'jetmon-b'");
  expectNoAgeOfDecades(snapshot);
  expect(snapshot.bucket_coverage.hosts.find(({ host_id }) => host_id === 'jetmon-b')).toMatchObject({
    last_heartbeat: null,
    last_heartbeat_age_sec: null,
    stale: true,
  });
  expect(snapshot.bucket_coverage).toMatchObject({ status: 'red', code: 'owner_stale' });
  expect(snapshot.bucket_coverage.error).toMatch(/^jetmon-b, owner of .*, has no heartbeat$/);
});

it('a check of a site at the zero date is none: its bucket is unchecked', async () => {
  const snapshot = await withZeroDates('jetpack_monitor_sites', ['last_checked_at'], 'TRUE');
  expectNoAgeOfDecades(snapshot);
  expect(codes(snapshot)).toContain('sites_unchecked');
});

it.each(['next_attempt_at', 'created_at', 'last_attempt_at', 'delivered_at'])(
  'a %s of deliveries at the zero date is no time',
  async (column) => {
    for (const table of ['jetmon_webhook_deliveries', 'jetmon_alert_deliveries'])
      expectNoAgeOfDecades(await withZeroDates(table, [column], 'TRUE'));
  },
);
