import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { PlannedMonitor } from '../../contract/plan.ts';
import type { RolloutHost } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import { byCodePoint } from '../code-point-order.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import type { JudgedHost } from '../judged-host.ts';
import { areLocksKnown } from '../locks/held-locks.ts';
import { bucketsOf, rangeIfNamed } from '../ownership/bucket-ranges.ts';
import { retiredBy } from '../plan/retired.ts';
import { isMonitor } from '../processes/process-type.ts';
import { type HostStanding, standingOf } from './host-standing.ts';

/** A host of the rollout, with what its next step depends on beside that. */
export type StandingHost = {
  readonly row: Closed<RolloutHost>;
  readonly standing: HostStanding;
};

/**
 * Every host that has, had, owns as, or is planned to have a monitor: the planned ones in the plan's order, then the
 * others by range. What the plan has retired, and neither runs nor owns any more, is no part of the rollout.
 */
export function rolloutHosts(fleet: JudgedFleet): StandingHost[] {
  const { monitors = [], retired = [] } = fleet.plan.plan ?? {};
  const isRetired = retiredBy({ retired });
  const planned = new Map(monitors.map((monitor, place) => [monitor.host_id, { ...monitor, place }]));
  const others = [...fleet.hosts.keys()].filter(
    (host_id) => !planned.has(host_id) && hasMonitor(hostOf(fleet, host_id)),
  );
  return [...planned.keys(), ...others]
    .map((host_id) => {
      const host = hostOf(fleet, host_id);
      const plan = planned.get(host_id);
      const standing = standingOf(host);
      const row = rowOf(host_id, host, standing, fleet, plan);
      const isGone =
        plan === undefined && !isOwner(host) && monitorsOf(host).every(isRetired) && !isAtWork(row);
      return { row, standing, isGone, place: plan?.place ?? monitors.length };
    })
    .filter(({ isGone }) => !isGone)
    .sort(
      (a, b) => a.place - b.place || placeOf(a) - placeOf(b) || byCodePoint(a.row.host_id, b.row.host_id),
    );
}

function monitorsOf({ processes, vanished }: JudgedHost) {
  const all = [...processes.map(({ process }) => process), ...vanished];
  return all.filter(isMonitor);
}

function hasMonitor(host: JudgedHost): boolean {
  return (
    isOwner(host) || host.vanished.some(isMonitor) || host.processes.some(({ process }) => isMonitor(process))
  );
}

function isOwner({ owner, locks }: JudgedHost): boolean {
  return owner !== undefined || locks.length > 0;
}

function isAtWork({ phase }: Closed<RolloutHost>): boolean {
  return phase === 'pinned' || phase === 'active' || phase === 'dynamic';
}

function placeOf({ row, standing }: Pick<StandingHost, 'row' | 'standing'>): number {
  return row.range?.min ?? standing.reported?.min ?? Number.MAX_SAFE_INTEGER;
}

function rowOf(
  host_id: string,
  { owner, locks }: JudgedHost,
  { phase, reported, version, since_ms }: HostStanding,
  fleet: JudgedFleet,
  plan: PlannedMonitor | undefined,
): Closed<RolloutHost> {
  const held = locks[0] ?? owner;
  const owned = held === undefined ? null : rangeIfNamed(held);
  const range = phase === 'pinned' ? reported : (owned ?? (phase === 'unknown' ? reported : null));
  const holdsNothing =
    range === null && phase !== 'pinned' && phase !== 'unknown' && areRowsKnown(host_id, fleet);
  const isHeldKnown = phase !== 'unknown' && (range !== null || holdsNothing);
  const row = {
    host_id,
    phase,
    range,
    buckets: range === null ? (holdsNothing ? 0 : null) : bucketsOf(range),
    version,
    since: since_ms === null ? null : toInstant(since_ms),
  };
  return plan === undefined ? row : { ...row, planned: compare(rangeIfNamed(plan), range, isHeldKnown) };
}

function compare(planned: BucketRange | null, held: BucketRange | null, isHeldKnown: boolean) {
  const isComparable = planned !== null && isHeldKnown;
  return {
    range: planned,
    same: isComparable ? held?.min === planned.min && held.max === planned.max : null,
  };
}

/** Whether it is known that a host without an owner row, or a lock, has none. */
function areRowsKnown(host_id: string, { readings, unreadable_owners }: JudgedFleet): boolean {
  return readings.bucket_owners.ok && areLocksKnown(readings) && !unreadable_owners.includes(host_id);
}
