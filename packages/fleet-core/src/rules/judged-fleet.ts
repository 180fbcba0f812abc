import type { BucketCoverage, BucketRange } from '../contract/bucket-coverage.ts';
import type { Delivery } from '../contract/delivery.ts';
import type { Dependency } from '../contract/dependency.ts';
import type { PlanStage } from '../contract/plan.ts';
import type { ProjectionDrift } from '../contract/projection-drift.ts';
import type { Closed } from '../contract/scalars.ts';
import type { Verifliers } from '../contract/verifliers.ts';
import type { FleetMemory, SeenProcess } from '../domain/fleet-memory.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { PlanInForce } from '../domain/plan-in-force.ts';
import type { RangeLock } from '../domain/rollout-control.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { JudgedActivity } from './activity/site-activity.ts';
import type { JudgedQueue } from './delivery/delivery.ts';
import { type JudgedHost, UNKNOWN_HOST } from './judged-host.ts';
import type { SessionUnderWay } from './locks/sessions-under-way.ts';
import type { JudgedProcess } from './processes/processes.ts';

/** The sections of a snapshot with what the rules of the verdict need beside them. */
export type JudgedFleet = {
  readonly nowMs: number;
  /** What was judged, with times to the millisecond. */
  readonly readings: FleetReadings;
  readonly thresholds: Thresholds;
  readonly plan: PlanInForce;
  /** Which kind of ownership is planned now; null where nobody has said. */
  readonly stage: PlanStage | null;
  readonly memory: FleetMemory;
  readonly processes: readonly JudgedProcess[];
  /** Those of them from which something is expected, or comes though they are retired. */
  readonly in_service: readonly JudgedProcess[];
  /** Seen within a day, not stopped in good order, and gone. */
  readonly vanished: readonly SeenProcess[];
  readonly hosts: ReadonlyMap<string, JudgedHost>;
  readonly bucket_coverage: Closed<BucketCoverage>;
  /** The range locks that are held, by range. */
  readonly locks: readonly RangeLock[];
  /** The open sessions of Jetmon's API that are not done with, the oldest first. */
  readonly sessions: readonly SessionUnderWay[];
  /** What a host claims alone, by the ownership in force. */
  readonly soleClaimsOf: (host: string) => readonly BucketRange[];
  readonly delivery: Closed<Delivery>;
  readonly queues: readonly JudgedQueue[];
  readonly projection_drift: Closed<ProjectionDrift>;
  readonly activity: JudgedActivity;
  readonly dependencies: readonly Closed<Dependency>[];
  /** Null where the database has no tables of verifliers. */
  readonly verifliers: Closed<Verifliers> | null;
  /** Names of the rows that could not be decoded, so that nothing is known of them. */
  readonly unreadable_processes: readonly string[];
  readonly unreadable_owners: readonly string[];
};

/** What is known of a host; nothing, of one that is only named. */
export function hostOf({ hosts }: JudgedFleet, host: string): JudgedHost {
  return hosts.get(host) ?? UNKNOWN_HOST;
}
