import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { RangeFailure, RangeReading, RangeReadings } from 'fleet-core/domain/range-readings';
import { oldestChecks } from 'fleet-core/sql/oldest-checks';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { DatabaseFailure } from '../database/database-failure.ts';
import { createDriftRead } from './drift-read.ts';
import type { ReportSource } from './fleet-reader.ts';
import { untilDeadline } from './work-pace.ts';

export type RangeReadOptions = {
  readonly database: Database;
  readonly tables: TableNames;
  /** Both reads of a range, side by side. */
  readonly deadlineMs: number;
  readonly reportSource: ReportSource;
};

/** Reads the checks and the drift of the sites in a range of buckets. Each may fail alone, and says why; it never rejects. */
export function createRangeRead(options: RangeReadOptions): (range: BucketRange) => Promise<RangeReadings> {
  const { database, tables, deadlineMs, reportSource } = options;
  const readDrift = createDriftRead(database, tables);

  async function reading<T>(
    source: string,
    read: Promise<T>,
    becauseOf: (error: unknown) => RangeFailure,
  ): Promise<RangeReading<T>> {
    try {
      const value = await read;
      reportSource(source, undefined);
      return { ok: true, value };
    } catch (error) {
      const because = becauseOf(error);
      reportSource(source, because === 'not_told' ? undefined : error);
      return { ok: false, because };
    }
  }

  return async (range) => {
    const [checks, drift] = await Promise.all([
      reading('range_checks', database.read(oldestChecks(tables, range), deadlineMs), noTimesOr),
      reading('range_drift', readDrift(range.max + 1, untilDeadline(deadlineMs), range.min), becauseOf),
    ]);
    if (!drift.ok) return { checks, drift };
    const hasNoSites = checks.ok && checks.value.length === 0;
    return { checks, drift: { ok: true, value: hasNoSites ? null : drift.value.count } };
  };
}

function becauseOf(error: unknown): RangeFailure {
  return failureClassOf(error) === 'timeout' ? 'too_slow' : 'failed';
}

/** A database of another age keeps the times of checks elsewhere. */
function noTimesOr(error: unknown): RangeFailure {
  return failureClassOf(error) === 'schema' ? 'not_told' : becauseOf(error);
}

function failureClassOf(error: unknown): string | undefined {
  return error instanceof DatabaseFailure ? error.failureClass : undefined;
}
