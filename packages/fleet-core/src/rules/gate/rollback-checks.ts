import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Process } from '../../contract/process.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { RangeReadings } from '../../domain/range-readings.ts';
import { groupBy } from '../group-by.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { meet, unionRanges } from '../ownership/bucket-ranges.ts';
import { isStopped } from '../processes/processes.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { decideCheck } from './gate-check.ts';
import { monitorsOf } from './host-monitor.ts';
import { issueMessages } from './issue-messages.ts';
import { lockReleasedCheck, mayHaveLocks } from './range-locks.ts';
import { noOwnerRowCheck } from './range-owners.ts';
import { rangeDriftCheck } from './range-sites.ts';
import { unclearHosts } from './unclear-hosts.ts';

type Snapshot = Closed<FleetSnapshot>;
type Asked = { readonly host: string | null; readonly buckets: BucketRange };

/** Whether v1 may start on a range, and on what a host had where one is named: nobody of v2 owns or checks it any more. */
export function rollbackChecks(
  snapshot: Snapshot,
  asked: Asked,
  readings: RangeReadings | undefined,
): Closed<GateCheck>[] {
  return [
    noOwnerRowCheck(snapshot, asked.host, asked.buckets),
    ...(mayHaveLocks(snapshot) ? [lockReleasedCheck(snapshot, asked.host, asked.buckets)] : []),
    noActiveMonitorCheck(snapshot, asked),
    rangeDriftCheck(readings),
  ];
}

/** One that is stopping may still check. */
function noActiveMonitorCheck(snapshot: Snapshot, { host, buckets }: Asked): Closed<GateCheck> {
  const rangesOf = rangesByMonitor(snapshot);
  // Who stands by checks nothing.
  const running = monitorsOf(snapshot).filter(
    (monitor) => !monitor.stale && !isStopped(monitor) && ownershipOf(monitor) !== 'standby',
  );
  const wrong = running.flatMap((monitor) => {
    const on = unionRanges(rangesOf(monitor).filter((range) => meet(range, buckets)));
    if (on.length === 0 && monitor.host_id !== host) return [];
    const held = on.length === 0 ? '' : ` on ${rangesText(on)}`;
    return [`${monitor.process_id} is ${monitor.state}${held}`];
  });
  const rangeless = running.filter(
    (monitor) => ownershipOf(monitor) !== 'dynamic' && rangesOf(monitor).length === 0,
  );
  return decideCheck('no_active_monitor', {
    wrong,
    notKnown: [
      ...rangeless.map(({ process_id }) => `which buckets ${process_id} checks is not known`),
      ...unclearHosts(snapshot, buckets),
      ...issueMessages(snapshot, ['process_row_unreadable']),
    ],
    well: `no monitor runs on ${bucketRangeText(buckets)}`,
  });
}

/** All that a monitor may be checking: what it reports and, unless it is pinned, what its host's rows say. */
function rangesByMonitor({ bucket_coverage }: Snapshot): (monitor: Process) => BucketRange[] {
  const rowsOf = groupBy(bucket_coverage.hosts, ({ host_id }) => host_id);
  return (monitor) => {
    const rows = ownershipOf(monitor) === 'pinned' ? [] : (rowsOf.get(monitor.host_id) ?? []);
    return [monitor, ...rows].flatMap(({ bucket_min: min, bucket_max: max }) =>
      min === null || max === null ? [] : [{ min, max }],
    );
  };
}
