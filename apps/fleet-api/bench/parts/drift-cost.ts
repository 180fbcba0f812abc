import type { LabServer } from 'fleet-lab/database/lab-server';
import { step } from 'fleet-lab/terminal/step';
import { median } from '../../trial/harness/median.ts';
import { readerStatistics } from '../../trial/harness/tables/reader-statistics.ts';
import { type BenchDatabase, withDataSet } from '../bench-database.ts';
import { driftMs } from '../queries/compare-queries.ts';
import { measureQueries } from '../queries/measure-query.ts';
import { productQueries } from '../queries/product-queries.ts';
import { addRecommendedIndex } from '../queries/recommended-index.ts';
import { figure, holdRatio, type Report } from '../report/report.ts';
import { smallFleet } from '../seed/data-set.ts';
import { endEvents, nameAddresses, openEvents } from '../seed/open-events.ts';

const RUNS = 7;
/** Up to the second the cost is a line; beyond it may be 1.2 times as much. */
const EVENTS = [1200, 19_200, 21_200, 200_000] as const;
const MOST_ABOVE_LINE = 1.2;

/** What one count of drift costs the database. */
type Counted = {
  readonly events: number;
  readonly ms: number;
  readonly databaseMs: number;
  readonly reads: number;
};

/** Counts drift over one number of sites while ever more events are open, and then with two addresses a blog. */
export async function measureDriftCost(server: LabServer, share: number, report: Report): Promise<void> {
  const sites = 1_000_000 * share;
  const name = `${figure(sites)} sites`;
  await withDataSet(server, name, smallFleet({ sites }), async (bench) => {
    const counted: Counted[] = [];
    // As many are open as they are seeded.
    const seeded = EVENTS[0] * share;
    let opened = seeded;
    for (const events of EVENTS.map((all) => all * share)) {
      await openEvents(bench.lab, opened - seeded, events - opened);
      opened = events;
      counted.push(await countDrift(bench, name, events));
    }
    holdToLine(name, counted, report);
    const addressed = await withAddresses(bench, name, opened, EVENTS[1] * share);
    report.tables.push({
      title: `Drift: ${name}`,
      text: 'What one count costs the database, without the recommended index but for the last row. Where it says so every two sites are addresses of one blog, and the events name the address that they are of.',
      columns: ['open events', '', 'ms', 'processor time of the database, ms', 'entries and rows read'],
      rows: [...counted.map((row) => cells(row, '')), ...addressed],
    });
  });
}

/** With two addresses a blog: for very many open events, then for few, without the index and with it. */
async function withAddresses(
  bench: BenchDatabase,
  name: string,
  many: number,
  few: number,
): Promise<string[][]> {
  const [what, where] = ['two addresses a blog', `${name} of two a blog`];
  await step('Naming the addresses of the open events', () => nameAddresses(bench.lab));
  const ofMany = await countDrift(bench, where, many).then(
    (counted) => cells(counted, what),
    (error: unknown) => [figure(many), what, error instanceof Error ? error.message : String(error), '', ''],
  );
  // As many as were seeded have their event otherwise.
  const seeded = EVENTS[0] * (few / EVENTS[1]);
  await step('Ending most events', () => endEvents(bench.lab, many - seeded, few - seeded));
  const ofFew = cells(await countDrift(bench, where, few), what);
  await step('Making the recommended index', () => addRecommendedIndex(bench.lab));
  const indexed = cells(await countDrift(bench, `${where} with the index`, few), `${what}, with the index`);
  return [ofMany, ofFew, indexed];
}

function cells({ events, ms, databaseMs, reads }: Counted, what: string): string[] {
  return [figure(events), what, figure(ms), figure(databaseMs), figure(reads)];
}

async function countDrift(
  { lab, database, bucketTotal }: BenchDatabase,
  name: string,
  events: number,
): Promise<Counted> {
  return step(`Counting drift over ${name}, ${figure(events)} open events`, async () => {
    const drift = (await productQueries(database, bucketTotal)).filter((query) =>
      query.name.startsWith('drift'),
    );
    const reads = await measureQueries(
      database,
      drift.map(({ query }) => query),
      0,
    );
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const before = await readerStatistics(lab);
      const ms = await driftMs(database, bucketTotal, 1);
      const after = await readerStatistics(lab);
      // One run more, which warms up.
      runs.push({ ms, databaseMs: ((after.processorSec - before.processorSec) * 1000) / 2 });
    }
    const ms = median(runs.map((run) => run.ms));
    return { events, ms, databaseMs: median(runs.map((run) => run.databaseMs)), reads: reads.reads };
  });
}

/** The processor's time beside the line through the first two: there is no cliff where the events are many. */
function holdToLine(name: string, [first, second, ...beyond]: readonly Counted[], report: Report): void {
  if (first === undefined || second === undefined) return;
  const slope = Math.max(0, (second.databaseMs - first.databaseMs) / (second.events - first.events));
  for (const { events, databaseMs } of beyond) {
    const lineMs = first.databaseMs + slope * (events - first.events);
    const what = `${name}, ${figure(events)} open events: the database for a count of drift, beside the line through ${figure(first.events)} and ${figure(second.events)}`;
    const pair = { ours: databaseMs, beside: lineMs, ratio: databaseMs / lineMs };
    report.held.push(holdRatio(what, pair, { most: MOST_ABOVE_LINE }, 'ms'));
  }
}
