import { describe, expect, it } from 'vitest';
import { makeThresholds } from '../testing/make-thresholds.ts';
import { operatorStatements } from '../testing/operator-statements.ts';
import { useQueriedDatabase } from '../testing/use-queried-database.ts';
import { operatorSql } from './operator-sql.ts';
import { TABLE_NAMES } from './table-names.ts';

describe.each(Object.entries(TABLE_NAMES))('in a database of prefix %s', (_, tableNames) => {
  const { run } = useQueriedDatabase({ tableNames });

  it.each(operatorStatements(operatorSql(tableNames, makeThresholds())))(
    '%s runs under an account that may only read',
    async (_name, sql) => {
      expect(await run({ sql, params: [], read: (rows) => rows })).toBeInstanceOf(Array);
    },
  );
});
