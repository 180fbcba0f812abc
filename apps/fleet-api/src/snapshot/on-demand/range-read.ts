import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type {
  BucketChecks,
  RangeFailure,
  RangeReading,
  RangeReadings,
} from 'fleet-core/domain/range-readings';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import { oldestChecks } from 'fleet-core/sql/sites/oldest-checks';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { readInPieces } from '../aside/in-pieces.ts';
import { untilDeadline } from '../aside/work-pace.ts';
import { createDriftRead } from '../drift/drift-read.ts';
import type { ReportSource } from '../fleet-reader.ts';
import type { SchemaKeeper } from '../schema/keep-schema.ts';
import { withSchema } from '../schema/with-schema.ts';

export type RangeReadOptions = {
  readonly database: Database;
  readonly schemas: SchemaKeeper;
  /** Both reads of a range, side by side. */
  readonly deadlineMs: number;
  readonly reportSource: ReportSource;
};

/** Reads the checks and the drift of the sites in a range of buckets. Each may fail alone, and says why; it never rejects. */
export function createRangeRead(options: RangeReadOptions): (range: BucketRange) => Promise<RangeReadings> {
  const { database, schemas, deadlineMs, reportSource } = options;
  const readDrift = createDriftRead(database, schemas);

  async function reading<T>(source: string, read: Promise<T | null>): Promise<RangeReading<T>> {
    try {
      const value = await read;
      reportSource(source, undefined);
      return value === null ? { ok: false, because: 'not_told' } : { ok: true, value };
    } catch (error) {
      reportSource(source, error);
      return { ok: false, because: becauseOf(error) };
    }
  }

  /** Null where the database does not say when sites were checked. In pieces where each site is looked up. */
  function readChecks(range: BucketRange): Promise<BucketChecks[] | null> {
    return withSchema(schemas, deadlineMs, async (schema, remainingMs) => {
      if (schema.checks_in.length === 0) return null;
      const tables = tableNames(schema);
      const pace = untilDeadline(remainingMs);
      const read = (part: BucketRange) =>
        database.read(oldestChecks(tables, part, schema.checks_in.includes('sites')), pace.remainingMs());
      if (tables.site_runtime === null) return read(range);
      const buckets = Array.from({ length: range.max - range.min + 1 }, (_, index) => range.min + index);
      return readInPieces(buckets, pace, (piece) =>
        read({ min: piece[0] ?? range.min, max: piece.at(-1) ?? range.max }),
      );
    });
  }

  return async (range) => {
    const [checks, drift] = await Promise.all([
      reading('range_checks', readChecks(range)),
      reading('range_drift', readDrift(range.max + 1, untilDeadline(deadlineMs), range.min)),
    ]);
    if (!drift.ok) return { checks, drift };
    const hasNoSites = checks.ok && checks.value.length === 0;
    return { checks, drift: { ok: true, value: hasNoSites ? null : drift.value.count } };
  };
}

function becauseOf(error: unknown): RangeFailure {
  return error instanceof DatabaseFailure && error.failureClass === 'timeout' ? 'too_slow' : 'failed';
}
