import { expect, it } from 'vitest';
import { processHealth } from './process-health.ts';
import { TABLE_NAMES } from './schema/table-names.ts';

const ENTRIES = [{ name: 'mysql', status: 'green', checked_at: '2026-04-30T13:59:55Z' }];
const ROW = {
  process_id: 'a:monitor',
  host_id: 'a',
  process_type: 'monitor',
  state: 'running',
  health_status: 'green',
  updated_at: '2026-04-30 13:59:55',
};

const read = (row: object) => processHealth(TABLE_NAMES.jetmon).read([row], async () => {});

it('dependencies are the same as text and as what a driver has parsed', async () => {
  const [asText, parsed] = await Promise.all([
    read({ ...ROW, dependency_health: JSON.stringify(ENTRIES) }),
    read({ ...ROW, dependency_health: ENTRIES }),
  ]);
  expect(asText.rows).toMatchObject([{ dependency_health: ENTRIES, dependency_health_readable: true }]);
  expect(parsed).toEqual(asText);
});

it.each([[{ status: 'green' }], [7], [true]])(
  '%j is no list of dependencies, and its process stays',
  async (value) => {
    const { rows, unreadable } = await read({ ...ROW, dependency_health: value });
    expect(rows).toMatchObject([{ dependency_health: [], dependency_health_readable: false }]);
    expect(unreadable).toEqual([]);
  },
);
