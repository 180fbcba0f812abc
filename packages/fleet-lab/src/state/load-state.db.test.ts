import type { RowDataPacket } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { readState } from '../testing/read-state.ts';
import { useTestDatabase } from '../testing/use-test-database.ts';
import type { FleetStateRows, ProcessHealthRow } from './fleet-state.ts';
import { labelledStates, seedExample } from './labelled-states.ts';
import { loadState } from './load-state.ts';

const database = useTestDatabase();

/** What the tables hold afterwards: the same state, but that '' and [] are one and rows come by key. */
function asStored(rows: FleetStateRows): FleetStateRows {
  const byKey = <Row>(list: readonly Row[], key: (row: Row) => string): Row[] =>
    [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const processes = rows.jetmon_process_health.map(
    (row): ProcessHealthRow => ({
      rss_mem_mb: 0,
      ...row,
      dependency_health: row.dependency_health === '' ? [] : row.dependency_health,
    }),
  );
  return {
    ...rows,
    jetpack_monitor_sites: rows.jetpack_monitor_sites.map((row) => ({
      last_checked_age: null,
      check_interval: 5,
      ...row,
    })),
    jetmon_process_health: byKey(processes, (row) => row.process_id),
    jetmon_hosts: byKey(rows.jetmon_hosts, (row) => row.host_id),
  };
}

describe.each([...labelledStates(), seedExample()])('$name', ({ rows }) => {
  test('is in the tables as it was given', async () => {
    const nowMs = await loadState(database().admin, rows);
    expect(await readState(database().admin, nowMs)).toEqual(asStored(rows));
  });
});

test("ages count from the database's clock, or from the instant that is given", async () => {
  const beforeMs = Date.now();
  const loadedMs = await loadState(database().admin, seedExample().rows);
  // It leaves out the part of a second.
  expect(loadedMs).toBeGreaterThan(beforeMs - 1000);
  expect(loadedMs).toBeLessThanOrEqual(Date.now());
  const nowMs = Date.parse('2026-04-30T14:00:00.700Z');
  const givenMs = await loadState(database().admin, seedExample().rows, { nowMs });
  expect(givenMs).toBe(Date.parse('2026-04-30T14:00:00Z'));
});

test('a dependency_health that is no JSON can be stored where the column takes any text', async () => {
  const other = await createTestDatabase({ anyTextInDependencyHealth: true });
  const rows = seedExample().rows;
  const [first] = rows.jetmon_process_health;
  if (!first) throw new Error('the example has processes');
  await loadState(other.admin, {
    ...rows,
    jetmon_process_health: [{ ...first, dependency_health: { raw: '{nonsense' } }],
  });
  const [stored] = await other.admin.query<RowDataPacket[]>(
    'SELECT dependency_health FROM jetmon_process_health',
  );
  expect(stored).toEqual([{ dependency_health: '{nonsense' }]);
  await other.drop();
});

test('a state that cannot be stored leaves the tables as they were', async () => {
  const rows = seedExample().rows;
  const nowMs = await loadState(database().admin, rows);
  const [first] = rows.jetmon_process_health;
  if (!first) throw new Error('the example has processes');
  const twice = { ...rows, jetmon_process_health: [first, first] };
  await expect(loadState(database().admin, twice)).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
  expect(await readState(database().admin, nowMs)).toEqual(asStored(rows));
});
