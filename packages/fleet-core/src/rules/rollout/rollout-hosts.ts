import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { RolloutHost } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import { byCodePoint } from '../code-point-order.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import type { JudgedHost } from '../judged-host.ts';
import { bucketsIn } from '../ownership/bucket-ranges.ts';
import { retiredBy } from '../plan/retired.ts';
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
  const found = [...fleet.hosts].flatMap(([host_id, host]) => (hasMonitor(host) ? [host_id] : []));
  return [...new Set([...planned.keys(), ...found])]
    .map((host_id) => {
      const host = hostOf(fleet, host_id);
      const plan = planned.get(host_id);
      const standing = standingOf(host);
      const row = rowOf(host_id, standing, fleet, plan);
      const isGone =
        plan === undefined && host.owner === undefined && monitorsOf(host).every(isRetired) && !isAtWork(row);
      return { row, standing, isGone, place: plan?.place ?? monitors.length };
    })
    .filter(({ isGone }) => !isGone)
    .sort(
      (a, b) => a.place - b.place || placeOf(a) - placeOf(b) || byCodePoint(a.row.host_id, b.row.host_id),
    );
}

function monitorsOf({ processes, vanished }: JudgedHost) {
  const all = [...processes.map(({ process }) => process), ...vanished];
  return all.filter(({ process_type }) => process_type === 'monitor');
}

function hasMonitor(host: JudgedHost): boolean {
  return host.owner !== undefined || monitorsOf(host).length > 0;
}

function isAtWork({ phase }: Closed<RolloutHost>): boolean {
  return phase === 'pinned' || phase === 'dynamic';
}

function placeOf({ row, standing }: Pick<StandingHost, 'row' | 'standing'>): number {
  return row.range?.min ?? standing.reported?.min ?? Number.MAX_SAFE_INTEGER;
}

function rowOf(
  host_id: string,
  { phase, reported, version, since_ms }: HostStanding,
  fleet: JudgedFleet,
  plan: Ranged | undefined,
): Closed<RolloutHost> {
  const { owner } = hostOf(fleet, host_id);
  const owned = owner === undefined ? null : rangeIn(owner);
  const range = phase === 'pinned' ? reported : (owned ?? (phase === 'unknown' ? reported : null));
  const holdsNothing =
    range === null && phase !== 'pinned' && phase !== 'unknown' && areRowsKnown(host_id, fleet);
  const isHeldKnown = phase !== 'unknown' && (range !== null || holdsNothing);
  return {
    host_id,
    phase,
    range,
    buckets: range === null ? (holdsNothing ? 0 : null) : bucketsIn([range]),
    version,
    since: since_ms === null ? null : toInstant(since_ms),
    ...(plan === undefined ? {} : { planned: compare(rangeIn(plan), range, isHeldKnown) }),
  };
}

function compare(planned: BucketRange | null, held: BucketRange | null, isHeldKnown: boolean) {
  const isComparable = planned !== null && isHeldKnown;
  return {
    range: planned,
    same: isComparable ? held?.min === planned.min && held.max === planned.max : null,
  };
}

/** Whether it is known that a host without an owner row has none. */
function areRowsKnown(host_id: string, { readings, unreadable_owners }: JudgedFleet): boolean {
  return readings.bucket_owners.ok && !unreadable_owners.includes(host_id);
}

type Ranged = { readonly bucket_min: number | null; readonly bucket_max: number | null };

function rangeIn({ bucket_min: min, bucket_max: max }: Ranged): BucketRange | null {
  return min === null || max === null ? null : { min, max };
}
