import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { type Database, openDatabase } from '../src/database/database.ts';
import { DEADLINE_MS } from './queries/product-queries.ts';
import { createBenchDatabase } from './seed/create-bench-database.ts';
import { bucketTotalOf, type DataSet } from './seed/data-set.ts';

/** A seeded database with the product's own way to read it. */
export type BenchDatabase = {
  readonly lab: LabDatabase;
  readonly database: Database;
  readonly bucketTotal: number;
};

/** Seeds a data set, does `work` on it and drops it. */
export async function withDataSet<T>(
  server: LabServer,
  name: string,
  set: DataSet,
  work: (bench: BenchDatabase) => Promise<T>,
): Promise<T> {
  const lab = await step(`Seeding ${name}`, () => createBenchDatabase(server, set));
  const database = openDatabase({ ...lab.reader, statementTimeoutMs: DEADLINE_MS });
  try {
    return await work({ lab, database, bucketTotal: bucketTotalOf(set) });
  } finally {
    database.close();
    await lab.drop();
  }
}
