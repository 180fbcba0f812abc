import { DriftDetail } from 'fleet-core/contract/drift-detail';
import { judgeDriftDetail } from 'fleet-core/rules/drift/drift-detail';
import { databaseClock } from 'fleet-core/sql/database-clock';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { isStoppedByServer } from '../database/database-failure.ts';
import { startStopwatch } from '../stopwatch.ts';
import { readDriftSample } from './drift-sample-read.ts';
import { createDriftSchema } from './drift-schema.ts';
import { limitDutyCycle } from './duty-cycle.ts';
import { type EncodedBody, encodeBody } from './encoded-body.ts';
import { readOnDemand } from './on-demand.ts';
import type { Aged } from './snapshot-cache.ts';

export type DriftDetailOptions = {
  readonly database: Database;
  readonly tables: TableNames;
  readonly bucketTotal: number;
  /** All of one read. */
  readonly deadlineMs: number;
  /** A read that takes this long rests as that of the snapshot's drift does. */
  readonly expensiveFromMs: number;
  /** All who ask within this time of each other share an answer. */
  readonly keptMs: number;
};

/** What drifts, and why, read when it is asked for. Rejects with a `DatabaseFailure`. */
export function createDriftDetail(options: DriftDetailOptions): () => Promise<Aged<EncodedBody>> {
  const { database, tables, bucketTotal, deadlineMs, expensiveFromMs, keptMs } = options;
  const withSchema = createDriftSchema(database, tables);

  async function read(): Promise<DriftDetail> {
    if (bucketTotal <= 0) return judgeDriftDetail(null, bucketTotal);
    return withSchema(deadlineMs, (schema, remainingMs) =>
      database.readTogether(async (send) => {
        const read_at_ms = await send(databaseClock());
        const sample = await readDriftSample(send, tables, bucketTotal, schema);
        return judgeDriftDetail({ sample, read_at_ms }, bucketTotal);
      }, remainingMs),
    );
  }

  const rested = limitDutyCycle(
    async () => {
      const ageMs = startStopwatch();
      const detail = DriftDetail.parse(await read());
      return { value: encodeBody(Buffer.from(JSON.stringify(detail))), ageMs };
    },
    { expensiveFromMs, isExpensive: isStoppedByServer },
  );
  const ask = readOnDemand({ read: rested, keptMs, mostKeys: 1 });
  return () => ask('');
}
