import { describe, expect, it } from 'vitest';
import { operatorStatements } from '../../testing/database/operator-statements.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { operatorSql } from './operator-sql.ts';

const WRITES =
  /\b(insert|update|delete|replace|merge|truncate|drop|alter|create|rename|grant|revoke|set|call|do|handler|load|lock|unlock|kill|flush|into|outfile|for\s+share)\b/i;

/** Tables that were named as the seed's database names them, whatever the prefix. */
const NOT_RENAMED = 'jetpack_monitor_sites';

describe.each(Object.entries(TABLE_NAMES))('in a database of prefix %s', (prefix, tables) => {
  const statements = operatorStatements(operatorSql(tables, makeThresholds()));

  it.each(statements)('%s is a single statement that only reads', (_, sql) => {
    expect(sql).toMatch(/^SELECT\s/);
    expect(sql).not.toMatch(WRITES);
    expect(sql.indexOf(';')).toBe(sql.length - 1);
    expect(sql).not.toMatch(/--|#|\/\*|\?/);
  });

  it.each(statements)('%s reads tables of this database, and no others', (_, sql) => {
    const read = [...sql.matchAll(/\b(?:FROM|JOIN) (\w+)/g)].map(([, table]) => table);
    expect(read.length).toBeGreaterThan(0);
    const known = new Set<string | null>(Object.values(tables));
    for (const table of read) expect(known).toContain(table);
    const others = prefix === 'jetmon' ? /jetpack_monitor_(?!sites\b|site_id\b)/ : /\bjetmon_/;
    expect(sql.replaceAll(NOT_RENAMED, '')).not.toMatch(others);
  });

  it.each(statements)('%s ends after a screenful, or counts', (_, sql) => {
    expect(sql).toMatch(/LIMIT (?:20|50|200);$|GROUP BY [\w, ]+;$/);
  });
});

describe('the limits are those that the dashboard judges by', () => {
  const sql = operatorSql(
    TABLE_NAMES.jetmon,
    makeThresholds({ bucket_total: 500, heartbeat_grace_sec: 77, recent_window_sec: 88 }),
  );

  it.each([
    ['stale_processes', 'INTERVAL 77 SECOND'],
    ['failed_deliveries', 'INTERVAL 88 SECOND'],
    ['unchecked_buckets', 'bucket_no <= 499'],
    ['sites_outside_buckets', 'bucket_no > 499'],
  ] as const)('%s: %s', (name, text) => {
    expect(sql[name]).toContain(text);
  });

  it.each(['pairs', 'sites'] as const)('drifting_sites by %s: BETWEEN 0 AND 499', (rule) => {
    expect(sql.drifting_sites[rule]).toContain('BETWEEN 0 AND 499');
  });

  it('without a bucket total the first bucket stands for all', () => {
    expect(operatorSql(TABLE_NAMES.jetmon, makeThresholds({ bucket_total: 0 })).unchecked_buckets).toContain(
      'bucket_no <= 0',
    );
  });
});
