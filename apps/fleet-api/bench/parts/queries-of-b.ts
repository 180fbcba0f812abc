import { step } from 'fleet-lab/terminal/step';
import type { BenchDatabase } from '../bench-database.ts';
import { compareQueries, comparisonTable } from '../queries/compare-queries.ts';
import { measureQueries } from '../queries/measure-query.ts';
import { productQueries } from '../queries/product-queries.ts';
import { uncachedAnswerMs } from '../queries/uncached-answer.ts';
import { figure, hold, type Report } from '../report/report.ts';

const RUNS = 9;

/** Data set B: a million pending deliveries, as they come and in the worst order. */
export async function measureQueriesOfB(bench: BenchDatabase, report: Report): Promise<void> {
  const { lab, database, bucketTotal } = bench;
  const compared = await step('Comparing the queries on B', () =>
    compareQueries(database, bucketTotal, RUNS),
  );
  const wholeMs = await step('Asking for uncached snapshots of B', () =>
    uncachedAnswerMs(lab, bucketTotal, RUNS),
  );
  const worst = await step('Making all rows without a time the newest', async () => {
    await lab.admin.query(
      'UPDATE jetmon_webhook_deliveries SET created_at = created_at + INTERVAL 1 DAY WHERE next_attempt_at IS NULL',
    );
    await lab.admin.query('ANALYZE TABLE jetmon_webhook_deliveries');
    const queue = (await productQueries(database, bucketTotal)).filter(
      ({ name }) => name === 'webhook deliveries',
    );
    return measureQueries(
      database,
      queue.map(({ query }) => query),
      RUNS,
    );
  });
  report.held.push(hold('B: one uncached answer, whole', wholeMs, { most: 250 }, 'ms'));
  report.tables.push(
    comparisonTable(
      'Data set B, query by query',
      `A count has to read each pending entry once, and does not read it twice. In the worst order, where hundreds of thousands of rows without a time are all newer than a thousand others, the oldest of them is found by reading all: ${figure(worst.ms)} ms and ${figure(worst.reads)} entries and rows for the webhook queue, which then is read less often, in proportion.`,
      compared,
    ),
  );
}
