import { describe, expect, it } from 'vitest';
import { makeThresholds } from '../testing/make-thresholds.ts';
import { useQueriedDatabase } from '../testing/use-queried-database.ts';
import { operatorSql } from './operator-sql.ts';
import { TABLE_NAMES } from './table-names.ts';

const STATEMENTS = Object.entries(operatorSql(TABLE_NAMES.jetmon, makeThresholds()));

const { run } = useQueriedDatabase();

describe.each(STATEMENTS)('the statement %s that people copy', (_, sql) => {
  it('is one that reads', () => {
    expect(sql).toMatch(/^SELECT [^;]+;$/);
    expect(sql).not.toMatch(/\b(INSERT|UPDATE|DELETE|REPLACE|ALTER|DROP|FOR UPDATE|INTO)\b/);
    expect(sql).not.toContain('?');
  });

  it('runs on the database for an account that may only read', async () => {
    expect(await run({ sql: sql.slice(0, -1), params: [], read: (rows) => rows })).toBeInstanceOf(Array);
  });
});

it('the statements carry the names of the database that is read', () => {
  const renamed = Object.values(operatorSql(TABLE_NAMES.jetpack_monitor, makeThresholds())).join('\n');
  expect(renamed).toContain('FROM jetpack_monitor_process_health');
  expect(renamed).not.toMatch(/\bjetmon_/);
});
