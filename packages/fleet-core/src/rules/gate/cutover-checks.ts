import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { RangeReadings } from '../../domain/range-readings.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { isActive } from '../processes/processes.ts';
import { monitorFreshCheck, monitorRangeCheck, monitorsOf } from './host-monitor.ts';
import { isLocked } from './range-locks.ts';
import { noOwnerRowCheck, ownedOnceCheck } from './range-owners.ts';
import { rangeDriftCheck, sitesCheckedCheck } from './range-sites.ts';
import { takenSince } from './taken-since.ts';

/** Whether a host has really taken over a range: it owns it alone, runs, checks all of it, and the projection follows. */
export function cutoverChecks(
  snapshot: Closed<FleetSnapshot>,
  { host, buckets }: { readonly host: string; readonly buckets: BucketRange },
  readings: RangeReadings | undefined,
): Closed<GateCheck>[] {
  const isPinned = monitorsOf(snapshot, host).some(
    (monitor) => isActive(monitor) && ownershipOf(monitor) === 'pinned',
  );
  return [
    ownedOnceCheck(snapshot, host, buckets),
    monitorFreshCheck(snapshot, host),
    monitorRangeCheck(snapshot, host, buckets),
    sitesCheckedCheck({
      range: buckets,
      readings,
      taken: takenSince(snapshot, host),
      activity: snapshot.site_activity,
    }),
    rangeDriftCheck(readings),
    ...(isPinned || isLocked(snapshot, host) ? [noOwnerRowCheck(snapshot, host, buckets)] : []),
  ];
}
