import type { Query } from 'fleet-core/sql/query';
import type { Database } from '../../src/database/database.ts';
import { median } from '../../trial/harness/median.ts';
import { countReads } from '../../trial/harness/tables/count-reads.ts';
import { DEADLINE_MS } from './product-queries.ts';

/** What a query costs: the median time, and the entries and rows read, which every run has in common. */
export type Cost = { readonly ms: number; readonly reads: number };

/** Runs the statements one after the other on one connection, as often as told. */
export async function measureQueries(
  database: Database,
  queries: readonly Query<unknown>[],
  runs: number,
): Promise<Cost> {
  const work = () => database.readTogether((send) => inTurn(queries, send), DEADLINE_MS);
  const reads = await database.readTogether(
    (send) => countReads(send, () => inTurn(queries, send)),
    DEADLINE_MS,
  );
  return { ms: await medianMs(work, runs), reads };
}

/** The median time of `work`, after one run that warms up. */
export async function medianMs(work: () => Promise<unknown>, runs: number): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    await work();
    times.push(performance.now() - startMs);
  }
  return median(times);
}

/** A statement whose rows nobody reads. */
export function statement(sql: string): Query<unknown> {
  return { sql, params: [], read: (rows) => rows };
}

async function inTurn(queries: readonly Query<unknown>[], send: (query: Query<unknown>) => Promise<unknown>) {
  for (const query of queries) await send(query);
}
