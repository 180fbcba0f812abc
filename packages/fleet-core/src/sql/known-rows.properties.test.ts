import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketOwnerQueries } from './bucket-owners.ts';
import { LONG_COLUMN, MOST_ENTRIES } from './dependency-health.ts';
import { processHealth } from './process-health.ts';
import type { Query } from './query.ts';
import { TABLE_NAMES } from './schema/table-names.ts';

const pause = async () => {};
const tables = TABLE_NAMES.jetmon;

/** Few values for each column, so that readings often find a row as it was, or nearly. */
const oneOf = (...values: unknown[]) => fc.constantFrom(...values);
const time = oneOf('2026-04-30 13:59:56', '2026-04-30 13:59:57', '0000-00-00 00:00:00');
const id = oneOf('a', 'b', 'c');
const list = '[{"name":"mysql","status":"red"}]';
const manyEntries = `[${Array(MOST_ENTRIES)
  .fill('{}')
  .join(`,${' '.repeat(8)}`)}]`;

const processRow = fc.record(
  {
    process_id: id,
    host_id: oneOf('h', 7),
    process_type: fc.constant('monitor'),
    state: oneOf('running', 'stopped'),
    health_status: oneOf('green', 'red'),
    updated_at: time,
    pid: oneOf(1, -1, null),
    wpcom_circuit_open: oneOf(0, 1, null),
    started_at: oneOf('2026-04-30 13:00:00', null),
    dependency_health: oneOf(list, '[]', '{', null, `${' '.repeat(LONG_COLUMN)}[]`, manyEntries),
  },
  { requiredKeys: ['process_id', 'host_id', 'process_type', 'state', 'health_status', 'updated_at'] },
);
const ownerRow = fc.record({
  host_id: id,
  bucket_min: oneOf(0, 1, null),
  bucket_max: fc.constant(9),
  last_heartbeat: time,
  status: oneOf('active', 'draining'),
});

async function expectAsIfFirst<T>(query: () => Query<T>, row: fc.Arbitrary<unknown>): Promise<void> {
  const readings = fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(readings, async (tablesRead) => {
      const again = query();
      for (const rows of tablesRead)
        expect(await again.read(structuredClone(rows), pause)).toEqual(await query().read(rows, pause));
    }),
  );
}

it('whatever processes were read before, a reading is told as if it were the first', () =>
  expectAsIfFirst(() => processHealth(tables), processRow));

it('whatever bucket owners were read before, a reading is told as if it were the first', () =>
  expectAsIfFirst(() => bucketOwnerQueries(tables).alone, ownerRow));

it('how much is read of long lists hangs on all of them, those that were there before too', async () => {
  const row = (process_id: string) => ({
    process_id,
    host_id: 'h',
    process_type: 'monitor',
    state: 'running',
    health_status: 'green',
    updated_at: '2026-04-30 13:59:56',
    dependency_health: manyEntries,
  });
  const again = processHealth(tables);
  await again.read([row('a'), row('b')], pause);
  const { rows } = await again.read([row('c'), row('a'), row('b')], pause);
  expect(rows.map(({ dependency_health_too_long }) => dependency_health_too_long)).toEqual([
    undefined,
    undefined,
    true,
  ]);
});
