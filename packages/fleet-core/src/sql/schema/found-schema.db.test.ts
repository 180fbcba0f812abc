import { describe, expect, it } from 'vitest';
import { toUtcDateTime } from '../../domain/instant.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { processColumns } from '../../testing/states/required-columns.ts';
import { foundSchema } from './found-schema.ts';
import { newestHeartbeats } from './newest-heartbeats.ts';
import { TABLE_NAMES } from './table-names.ts';

const FIRST = ['process_health', 'hosts', 'webhook_deliveries', 'alert_deliveries', 'events'];

describe('a database of the first age', () => {
  const { database, run } = useQueriedDatabase();

  it('is known by an account that may only read', async () => {
    const found = await run(foundSchema());
    expect(found).toMatchObject({ sites_have_checks: true, has_drift_index: false });
    expect([...found.tables.jetmon].sort()).toEqual(FIRST.toSorted());
    expect(found.tables.jetpack_monitor.size).toBe(0);
    expect([...found.endpoint_ids]).toEqual(['jetmon']);
    expect(found.collations).toEqual({
      jetmon: [expect.stringContaining('utf8mb4')],
      jetpack_monitor: [],
    });
    expect(found.version).toMatch(/^\d+\.\d+/);
    expect(found.flavour).toBe(/mariadb/i.test(found.version) ? 'mariadb' : 'mysql');
  });

  it('events without a column for the site, and words of another collation, are told', async () => {
    const { admin } = database();
    await admin.query('ALTER TABLE jetmon_events DROP COLUMN dedup_key, DROP COLUMN endpoint_id');
    await admin.query('ALTER TABLE jetmon_hosts CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin');
    const found = await run(foundSchema());
    expect(found.endpoint_ids.size).toBe(0);
    expect(found.collations.jetmon).toContain('utf8mb4_nopad_bin');
    expect(found.collations.jetmon).toHaveLength(2);
  });
});

describe('a later database', () => {
  const { database, insert, run } = useQueriedDatabase({ tableNames: TABLE_NAMES.jetpack_monitor });

  it('is known by its names, and has more tables', async () => {
    const found = await run(foundSchema());
    expect(found).toMatchObject({ sites_have_checks: false });
    expect(found.tables.jetmon.size).toBe(0);
    expect(found.tables.jetpack_monitor.size).toBe(FIRST.length + 7);
    expect([...found.endpoint_ids]).toEqual(['jetpack_monitor']);
  });

  it('beside tables of the first names, the newest heartbeats are told of both', async () => {
    const { admin } = database();
    await admin.query('CREATE TABLE jetmon_process_health LIKE jetpack_monitor_process_health');
    await insert('jetpack_monitor_process_health', {
      ...processColumns('a'),
      updated_at: toUtcDateTime(NOW_MS),
    });
    await insert('jetpack_monitor_process_health', { ...processColumns('b'), updated_at: '2020-01-01' });
    const found = await run(foundSchema());
    expect([...found.tables.jetmon]).toEqual(['process_health']);
    expect(await run(newestHeartbeats())).toEqual({ jetmon: null, jetpack_monitor: NOW_MS });
  });
});
