import type { SchemaOptions } from 'fleet-lab/database/jetmon-tables';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { insertRows } from 'fleet-lab/state/insert-rows';
import type { RowValues } from 'fleet-lab/state/row-values';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { afterAll, beforeAll } from 'vitest';
import type { Query } from '../../sql/query.ts';
import { openQueryRunner, type QueryRunner } from './run-query.ts';

/** A test database and what tests of queries do with it, in tests and hooks alone. */
export type QueriedDatabase = {
  readonly database: () => LabDatabase;
  /** Runs a query as an account that may only SELECT. */
  run<T>(query: Query<T>): Promise<T>;
  /** Inserts one row as the administrator. */
  insert(table: string, row: RowValues): Promise<void>;
};

/** One database for the tests of a file, with one connection for their queries. */
export function useQueriedDatabase(schema?: SchemaOptions): QueriedDatabase {
  const database = useTestDatabase(schema);
  let runner: QueryRunner | undefined;
  beforeAll(async () => {
    runner = await openQueryRunner(database().reader);
  });
  afterAll(() => runner?.close());
  return {
    database,
    async run(query) {
      if (runner === undefined) throw new Error('the query runner is opened in beforeAll');
      return runner.run(query);
    },
    insert: (table, row) => insertRows(database().admin, table, [row]),
  };
}
