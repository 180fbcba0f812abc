import type { Database } from '../../src/database/database.ts';
import { untilDeadline } from '../../src/snapshot/aside/work-pace.ts';
import { createDriftRead } from '../../src/snapshot/drift/drift-read.ts';
import { keepSchema } from '../../src/snapshot/schema/keep-schema.ts';
import { figure, type Table } from '../report/report.ts';
import { type Cost, measureQueries, medianMs, statement } from './measure-query.ts';
import { DEADLINE_MS, type ProductQuery, productQueries } from './product-queries.ts';
import { TEXTBOOK_LISTS, type TextbookQuery, textbookDrift, textbookQueue } from './textbook-queries.ts';

/** What one section of the snapshot costs, by the textbook and by the product. */
export type Compared = { readonly section: string; readonly textbook: Cost; readonly ours: Cost };

/** Measures each section of a snapshot both ways, side by side. */
export async function compareQueries(
  database: Database,
  bucketTotal: number,
  runs: number,
): Promise<Compared[]> {
  const ours = await productQueries(database, bucketTotal);
  const textbook: Record<string, TextbookQuery[]> = {
    'process health': TEXTBOOK_LISTS.filter((query) => query.name === 'process health'),
    'bucket owners': TEXTBOOK_LISTS.filter((query) => query.name === 'bucket owners'),
    'webhook deliveries': textbookQueue('webhook'),
    'alert deliveries': textbookQueue('alert'),
    drift: [textbookDrift(bucketTotal)],
  };
  const compared: Compared[] = [];
  for (const [section, queries] of Object.entries(textbook)) {
    const statements = queries.map((query) => statement(query.sql));
    compared.push({
      section,
      textbook: await measureQueries(database, statements, Math.ceil(runs / 2)),
      ours: await measureOurs(database, section, ours, bucketTotal, runs),
    });
  }
  return compared;
}

/** Drift is timed as the product reads it, with the transaction around its two statements. */
async function measureOurs(
  database: Database,
  section: string,
  queries: readonly ProductQuery[],
  bucketTotal: number,
  runs: number,
): Promise<Cost> {
  const own = queries.filter(({ name }) => name.startsWith(section)).map(({ query }) => query);
  const cost = await measureQueries(database, own, section === 'drift' ? 1 : runs);
  return section === 'drift' ? { ...cost, ms: await driftMs(database, bucketTotal, runs) } : cost;
}

/** The median time in which the product counts drift. */
export function driftMs(database: Database, bucketTotal: number, runs: number): Promise<number> {
  const readDrift = createDriftRead(database, keepSchema(database, null));
  return medianMs(() => readDrift(bucketTotal, untilDeadline(DEADLINE_MS)), runs);
}

/** The comparison as a table, with its sum. */
export function comparisonTable(title: string, text: string, compared: readonly Compared[]): Table {
  const sum = (costs: readonly Cost[]): Cost => ({
    ms: costs.reduce((total, cost) => total + cost.ms, 0),
    reads: costs.reduce((total, cost) => total + cost.reads, 0),
  });
  const total: Compared = {
    section: 'all',
    textbook: sum(compared.map((row) => row.textbook)),
    ours: sum(compared.map((row) => row.ours)),
  };
  return {
    title,
    text,
    columns: ['section', 'textbook: ms', 'entries and rows read', 'ours: ms', 'entries and rows read'],
    rows: [...compared, total].map(({ section, textbook, ours }) => [
      section,
      figure(textbook.ms),
      figure(textbook.reads),
      figure(ours.ms),
      figure(ours.reads),
    ]),
  };
}
