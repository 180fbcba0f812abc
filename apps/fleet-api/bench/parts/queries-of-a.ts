import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { step } from 'fleet-lab/terminal/step';
import type { BenchDatabase } from '../bench-database.ts';
import { compareQueries, comparisonTable, driftMs } from '../queries/compare-queries.ts';
import { explainQueries } from '../queries/explain-queries.ts';
import { measureQueries } from '../queries/measure-query.ts';
import { productQueries, TABLES } from '../queries/product-queries.ts';
import { addRecommendedIndex } from '../queries/recommended-index.ts';
import { uncachedAnswerMs } from '../queries/uncached-answer.ts';
import { figure, hold, type Report } from '../report/report.ts';

const RUNS = 9;
const DRIFT_RUNS = 25;

/** Data set A: every query beside the textbook's, the whole answer, the plans, and the recommended index last. */
export async function measureQueriesOfA(bench: BenchDatabase, report: Report): Promise<void> {
  const { lab, database, bucketTotal } = bench;
  const compared = await step('Comparing the queries on A', () =>
    compareQueries(database, bucketTotal, RUNS),
  );
  const statementsMs = compared
    .filter(({ section }) => section !== 'drift')
    .reduce((sum, { ours }) => sum + ours.ms, 0);
  const withoutDriftMs = await step('Asking for uncached snapshots of A without drift', () =>
    uncachedAnswerMs(lab, 0, DRIFT_RUNS),
  );
  const wholeMs = await step('Asking for uncached snapshots of A', () =>
    uncachedAnswerMs(lab, bucketTotal, RUNS),
  );
  const driftOnAMs = compared.find(({ section }) => section === 'drift')?.ours.ms ?? Number.NaN;

  report.held.push(
    hold('A: all reads without drift, decoded, one after the other', statementsMs, { most: 30 }, 'ms'),
    hold('A: drift, with the indexes that Jetmon has', driftOnAMs, { most: 250 }, 'ms'),
  );
  report.tables.push(
    comparisonTable(
      'Data set A, query by query',
      'Both columns through the same connection settings; ours includes decoding the rows. The reads are `Handler_read_*` of the session.',
      compared,
    ),
    {
      title: 'Data set A, one uncached answer',
      text: 'From the request to the last byte: reading, judging, holding to the contract, encoding, sending.',
      columns: ['answer', 'ms'],
      rows: [
        ['without drift', figure(withoutDriftMs)],
        ['with drift, read beside the other sections', figure(wholeMs)],
      ],
    },
    ...(await explainQueries(database, await productQueries(database, bucketTotal))),
  );
  await measureWithIndex(bench, report);
}

async function measureWithIndex(
  { lab, database, bucketTotal }: BenchDatabase,
  report: Report,
): Promise<void> {
  await step('Making the recommended index', () => addRecommendedIndex(lab));
  const ms = await step('Counting drift with it', () => driftMs(database, bucketTotal, DRIFT_RUNS));
  const query = indexedDrift(TABLES, bucketTotal, true);
  const { reads } = await measureQueries(database, [query], 1);
  report.held.push(hold('A: drift, with the recommended index', ms, { most: 10 }, 'ms'));
  const why = `The running sites of the open events are looked up in the index, the others are a range of it, and it holds all that is asked of a site: ${figure(reads)} entries and rows read. Of the two rules only the one that holds is run, here that of pairs.`;
  report.tables.push(
    ...(await explainQueries(database, [{ name: 'drift, with the recommended index', query, why }])),
  );
}
