import type { BucketOwnerRow } from './bucket-owner.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { ProcessHealth } from './process-health.ts';
import type { DriftCount } from './projection.ts';
import type { Reading, ReadingTaken } from './reading.ts';
import type { ReplicaLag } from './replica-lag.ts';
import type { RolloutControlReadings } from './rollout-control.ts';
import type { SiteChecks } from './site-checks.ts';
import type { VeriflierRows } from './verifliers.ts';

/** Everything one snapshot is made of. Without process health there is no snapshot; each other read may fail alone. */
export type FleetReadings = RolloutControlReadings & {
  /** The database's clock when the reading began. */
  readonly now_ms: number;
  /** What the database was found to be, by which it was read. */
  readonly schema: DatabaseSchema;
  readonly process_health: ReadingTaken<readonly ProcessHealth[]>;
  readonly bucket_owners: Reading<readonly BucketOwnerRow[]>;
  readonly webhook_deliveries: Reading<DeliveryQueue>;
  readonly alert_deliveries: Reading<DeliveryQueue>;
  /** Null where there was nothing to count because no bucket total is set. */
  readonly projection_drift: Reading<DriftCount | null>;
  /** Null where there was nothing to ask, because no bucket total is set or the database has no such column. */
  readonly site_activity: Reading<SiteChecks | null>;
  /** Absent where the database has no tables of verifliers. */
  readonly verifliers?: Reading<VeriflierRows>;
  /** Asked only when even the youngest heartbeat is late. */
  readonly replica_lag?: ReplicaLag;
};
