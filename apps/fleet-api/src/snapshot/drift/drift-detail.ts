import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { judgeDriftDetail } from 'fleet-core/rules/drift/drift-detail';
import { databaseClock } from 'fleet-core/sql/server/database-clock';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure, isTooSlow } from '../../database/database-failure.ts';
import { startStopwatch } from '../../stopwatch.ts';
import { readAside } from '../aside/read-aside.ts';
import { type EncodedBody, encodeBody } from '../bytes/encoded-body.ts';
import { readOnDemand } from '../on-demand/on-demand.ts';
import type { SchemaKeeper } from '../schema/keep-schema.ts';
import { withSchema } from '../schema/with-schema.ts';
import type { Aged } from '../snapshot-cache.ts';
import { readDriftSample } from './drift-sample-read.ts';

export type DriftDetailOptions = {
  readonly database: Database;
  readonly schemas: SchemaKeeper;
  readonly bucketTotal: number;
  /** All of one read. */
  readonly deadlineMs: number;
  /** A read that takes this long rests as that of the snapshot's drift does. */
  readonly expensiveFromMs: number;
  /** All who ask within this time of each other share an answer. */
  readonly keptMs: number;
};

/** When the snapshot was read is no matter here: a detail says by the database's clock when it was read itself. */
const NO_MATTER = 0;

/** What drifts, and why, read when it is asked for. Rejects with a `DatabaseFailure`. */
export function createDriftDetail(options: DriftDetailOptions): () => Promise<Aged<EncodedBody>> {
  const { database, schemas, bucketTotal, deadlineMs, expensiveFromMs, keptMs } = options;

  async function read(): Promise<DriftDetail> {
    if (bucketTotal <= 0) return judgeDriftDetail(null, bucketTotal);
    return withSchema(schemas, deadlineMs, (schema, remainingMs) =>
      database.readTogether(async (send) => {
        const read_at_ms = await send(databaseClock());
        const sample = await readDriftSample(send, bucketTotal, schema);
        return judgeDriftDetail({ sample, read_at_ms }, bucketTotal);
      }, remainingMs),
    );
  }

  const look = readAside({
    async read() {
      const ageMs = startStopwatch();
      const detail = DriftDetail.parse(await read());
      return { value: encodeBody(Buffer.from(JSON.stringify(detail))), ageMs };
    },
    deadlineMs,
    expensiveFromMs,
    isTooSlow,
    isWaitedFor: true,
  });
  const ask = readOnDemand({
    async read() {
      const elapsedMs = startStopwatch();
      const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
      const { reading, slowBecause } = await look({ nowMs: NO_MATTER, remainingMs });
      if (reading === undefined || slowBecause !== undefined)
        throw (
          slowBecause ?? new DatabaseFailure('timeout', `no answer from the database within ${deadlineMs} ms`)
        );
      return reading.value;
    },
    keptMs,
    mostKeys: 1,
  });
  return () => ask('');
}
