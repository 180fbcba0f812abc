import fc from 'fast-check';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { processColumns } from 'fleet-core/testing/states/required-columns';
import type { RowValues } from 'fleet-lab/state/row-values';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { useLooseDatabase } from '../../harness/fixtures/use-loose-database.ts';
import { useTestApi } from '../../harness/fixtures/use-test-api.ts';
import { arbitraryColumns } from '../../harness/tables/arbitrary-columns.ts';

const { process_health: PROCESSES, hosts: OWNERS } = TABLE_NAMES.jetmon;
const NOW = '2026-04-30 14:00:00';

const database = useLooseDatabase();
const api = useTestApi(database);
beforeEach(async () => {
  await database().admin.query(`DELETE FROM ${PROCESSES}`);
  await database().admin.query(`DELETE FROM ${OWNERS}`);
});

/** A row in which nothing is wrong, but for what is told. */
function processRow(host: string, wrong: RowValues = {}): RowValues {
  const numbers = { pid: 1, worker_count: 1, active_checks: 1, queue_depth: 1, retry_queue_size: 1 };
  const words = { version: '2.0.0', state: 'running', health_status: 'green', dependency_health: '[]' };
  return { ...processColumns(host), ...numbers, ...words, updated_at: NOW, created_at: NOW, ...wrong };
}

async function insert(table: string, rows: RowValues[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000);
    const columns = Object.keys(some[0] ?? {});
    const values = some.map((row) => columns.map((column) => row[column] ?? null));
    await database().admin.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [values]);
  }
}

/** Subjects of the issues of one code. */
function named(snapshot: FleetSnapshot, code: string): string[] {
  return snapshot.summary.issue_details.flatMap((issue) => (issue.code === code ? [issue.subject] : []));
}

/** Without these a process cannot be judged. */
const CORRUPTIONS: RowValues[] = [
  { host_id: null },
  { process_type: null },
  { state: null },
  { health_status: null },
  { updated_at: null },
];

it('of 1,000 rows with 1 % corrupted in 5 ways, 990 are served and 10 are named', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) =>
    processRow(`host-${i}`, i % 100 === 7 ? CORRUPTIONS[Math.floor(i / 100) % CORRUPTIONS.length] : {}),
  );
  const withAllColumns = rows.map((row) => ({ bucket_min: null, ...row }));
  await insert(PROCESSES, withAllColumns);
  const snapshot = await fetchSnapshot(api());
  expect(snapshot.processes).toHaveLength(990);
  const corrupted = Array.from({ length: 10 }, (_, i) => `host-${i * 100 + 7}:monitor`);
  expect(named(snapshot, 'process_row_unreadable').sort()).toEqual(corrupted.sort());
});

it('numbers that are no counts and texts that are none are not known, and hide nothing else of a red process', async () => {
  const odd = {
    worker_count: -1,
    queue_depth: -2147483648,
    bucket_min: -1,
    pid: null,
    version: null,
  };
  await insert(PROCESSES, [processRow('bad', { health_status: 'red', ...odd }), processRow('good')]);
  const { processes, decision } = await fetchSnapshot(api());
  expect(processes.find((process) => process.host_id === 'bad')).toMatchObject({
    health_status: 'red',
    worker_count: null,
    queue_depth: null,
    bucket_min: null,
    pid: null,
    version: '',
  });
  expect(decision.code).toBe('stop');
});

describe('dependency health of a wrong shape', () => {
  it.each([
    ['an object', '{"name":"mysql"}'],
    ['a text', '"green"'],
    ['a number', '7'],
    ['no JSON', '[{"name":'],
    ['a list in a list', '[[{"name":"mysql","status":"red"}]]'],
    ['a list of nulls', '[null, null]'],
    ['1 MB of text', JSON.stringify('x'.repeat(1_000_000))],
    ['1 MB of entries', `[${'{},'.repeat(333_333)}{}]`],
    ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['nested 20,000 deep', '['.repeat(20_000) + ']'.repeat(20_000)],
  ])('that is %s is an amber issue of its process, which is listed with all others', async (_, text) => {
    await insert(PROCESSES, [processRow('bad', { dependency_health: text }), processRow('good')]);
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.processes.map((process) => process.host_id)).toEqual(['bad', 'good']);
    expect(named(snapshot, 'dependency_health_unreadable')).toEqual(['bad:monitor']);
    expect(snapshot.summary.status).not.toBe('green');
  });
});

describe('a long list of dependencies', () => {
  const listOf = (entries: number) =>
    JSON.stringify([
      ...Array.from({ length: entries - 1 }, (_, i) => ({
        name: `green-${i}`,
        status: 'green',
        latency_ms: 3,
      })),
      { name: 'mysql', status: 'red', last_error: 'refused' },
    ]);

  it.each([2000, 10_000])('of %i entries shows the red one at its end', async (entries) => {
    await insert(PROCESSES, [processRow('long', { dependency_health: listOf(entries) }), processRow('good')]);
    const snapshot = await fetchSnapshot(api());
    expect(named(snapshot, 'dependency_health_unreadable')).toEqual([]);
    expect(snapshot.dependencies[0]).toMatchObject({ name: 'mysql', status: 'red' });
    expect(snapshot.decision.code).not.toMatch(/^advance/);
  });

  it('that is too long says so, and is no sign of health', async () => {
    await insert(PROCESSES, [processRow('long', { dependency_health: listOf(20_000) }), processRow('good')]);
    const snapshot = await fetchSnapshot(api());
    expect(named(snapshot, 'dependency_health_unreadable')).toEqual(['long:monitor']);
    expect(snapshot.summary.issues.join()).toContain('its dependency health is too long to be read');
    expect(snapshot.summary.status).not.toBe('green');
  });
});

describe('odd but readable values', () => {
  const NAMES = [
    '<script>alert(1)</script>',
    `"quoted" 'twice' \\ %s \${x}`,
    '\u{1f525} fire',
    '\u202eright to left\u202c שלום',
    'tab\tbell\u0007escape\u001b[31m null\u0000 end',
    'line\r\nbreak',
    'x'.repeat(240),
    '__proto__',
    'constructor',
    '',
  ];

  it.each(NAMES)('the name %j is served as it is', async (name) => {
    await insert(PROCESSES, [processRow(name, { version: name, state: name }), processRow('good')]);
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.processes.find((process) => process.host_id === name)).toMatchObject({
      process_id: `${name}:monitor`,
      version: name,
      state: name,
    });
  });

  it('types and versions of any name are counted', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'monitor'];
    await insert(
      PROCESSES,
      names.map((name, i) => processRow(`host-${i}`, { process_type: name, version: name })),
    );
    const snapshot = await fetchSnapshot(api());
    expect(Object.entries(snapshot.process_counts).sort()).toEqual(names.map((name) => [name, 1]).sort());
    expect(snapshot.versions.map(({ version }) => version).sort()).toEqual(names.sort());
  });

  it('a process without any name is listed', async () => {
    await insert(PROCESSES, [{ ...processRow('x'), process_id: '', host_id: '' }]);
    expect((await fetchSnapshot(api())).processes).toMatchObject([{ process_id: '', host_id: '' }]);
  });

  it('unknown states, health and types are served, and never count as green', async () => {
    const odd = { state: 'dancing', health_status: 'GREEN', process_type: 'oracle' };
    await insert(PROCESSES, [processRow('odd', odd)]);
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.processes).toMatchObject([odd]);
    expect(snapshot.summary.green_processes).toBe(0);
  });

  it('the greatest numbers that the columns hold are served', async () => {
    const most = { pid: 4294967295, bucket_min: 65535, bucket_max: 0, worker_count: 4294967295 };
    await insert(PROCESSES, [processRow('most', most)]);
    expect((await fetchSnapshot(api())).processes).toMatchObject([most]);
  });

  it.each([
    '1970-01-01 00:00:00',
    '1970-01-01 00:00:01',
    '2038-01-19 03:14:07',
    '2106-02-07 06:28:15',
    '9999-12-31 23:59:59',
  ])('the time %s is served, and in the future it is no sign of health', async (updated_at) => {
    await insert(PROCESSES, [processRow('when', { updated_at })]);
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.processes).toMatchObject([{ updated_at: `${updated_at.replace(' ', 'T')}Z` }]);
    const code = updated_at < '2026' ? 'process_stale' : 'heartbeat_in_future';
    expect(named(snapshot, code)).toEqual(['when:monitor']);
  });
});

describe('owners', () => {
  const owner = (
    host_id: string | null,
    bucket_min: number | null,
    bucket_max: number | null,
    status = 'active',
  ) => ({
    host_id,
    bucket_min,
    bucket_max,
    status,
    last_heartbeat: NOW,
  });

  it('a row that cannot be read is named, and the others are served', async () => {
    await insert(OWNERS, [owner('a', 0, 499), owner('b', null, 999)]);
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.bucket_coverage).toMatchObject({ status: 'red', hosts: [{ host_id: 'a' }] });
    const { issues } = snapshot.summary;
    expect(issues.filter((text) => text.startsWith('bucket owner b:'))).toHaveLength(1);
  });

  it('the same host twice overlaps, an upside-down range is invalid, and all of it is listed', async () => {
    await insert(OWNERS, [
      owner('a', 0, 999),
      owner('a', 0, 999),
      owner('b', 9, 3),
      owner('c', 65535, 65535, 'odd'),
    ]);
    const { bucket_coverage } = await fetchSnapshot(api());
    expect(bucket_coverage).toMatchObject({ status: 'red', host_count: 4 });
    expect(bucket_coverage.overlaps).toEqual([{ min: 0, max: 999, host_ids: ['a'] }]);
  });

  it('5,000 owners of the same 65,536 buckets are answered in time', async () => {
    const crowd = Array.from({ length: 5000 }, (_, i) => owner(`host-${i}`, i, 65_535 - i));
    await insert(OWNERS, crowd);
    const wide = await apiForTest(database().reader, { BUCKET_TOTAL: '65536' });
    const { bucket_coverage } = await fetchSnapshot(wide);
    expect(bucket_coverage).toMatchObject({ status: 'red', code: 'overlap', host_count: 5000 });
    expect(bucket_coverage.covered_buckets).toBe(65_536);
  });

  it('of a single bucket one owner owns all', async () => {
    await insert(OWNERS, [{ ...owner('a', 0, 0), last_heartbeat: '9999-12-31 00:00:00' }]);
    const narrow = await apiForTest(database().reader, { BUCKET_TOTAL: '1' });
    const { bucket_coverage } = await fetchSnapshot(narrow);
    expect(bucket_coverage).toMatchObject({ status: 'green', covered_buckets: 1 });
  });
});

it('whatever is in the rows, each is served or named, and no verdict is green that hides one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryColumns, { minLength: 1, maxLength: 12 }), async (columns) => {
      await database().admin.query(`DELETE FROM ${PROCESSES}`);
      await insert(
        PROCESSES,
        columns.map((wrong, i) => ({
          bucket_min: null,
          bucket_max: null,
          ...processRow(`host-${i}`, wrong),
        })),
      );
      const snapshot = await fetchSnapshot(api());
      const unreadable = named(snapshot, 'process_row_unreadable');
      const seen = [...snapshot.processes.map((process) => process.process_id), ...unreadable];
      expect(seen.sort()).toEqual(columns.map((_, i) => `host-${i}:monitor`).sort());
      if (unreadable.length > 0) expect(snapshot.summary.status).not.toBe('green');
    }),
    { numRuns: 60 },
  );
});
