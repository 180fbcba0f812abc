import type { BucketRange } from '../../../../contract/bucket-coverage.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { activeMonitors } from '../../../ownership/bucket-ownership.ts';
import { rangesText } from '../../../text/bucket-range-text.ts';
import { listText } from '../../../text/list-text.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { MONITOR_SERVICE } from '../../steps.ts';
import { tellCrowd } from '../crowd.ts';
import type { Draft, Join } from '../draft.ts';
import { heldRanges, holdsText, notWatchedText, unwatchedWithout } from './held-ranges.ts';
import { findLostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';

/**
 * A host that owns buckets and runs no monitor, though nothing of it is silent: with it go its vanished process, and
 * the monitor that reports its range and has no row, as after a host was renamed.
 */
export const joinOwnersWithoutMonitor: Join = (pool, fleet) => {
  const lost = findLostHosts(fleet);
  let rowless = monitorsWithoutRow(fleet);
  const owners = pool.look('owner_without_monitor').flatMap((found) => found.hosts);
  const drafts = owners.map((host): Draft => {
    const held = heldRanges(fleet, host);
    const ranges = unwatchedWithout(fleet, host);
    const standingIn = new Set(rowless.filter(({ range }) => liesWithin(range, held)));
    rowless = rowless.filter((monitor) => !standingIn.has(monitor));
    const standIns = [...standingIn].map(({ host_id }) => host_id);
    const findings = [
      ...takeUnwatched(pool, fleet, host, lost),
      ...pool.takeOf(host, ['process_vanished', 'plan_member_missing', 'plan_mismatch']),
      ...standIns.flatMap((other) => pool.takeOf(other, ['range_mismatch'])),
      ...takeUndelivered(pool, fleet, host),
    ];
    const absence = absenceText(host, fleet);
    const left = standIns.length === 0 ? leftText(held, ranges) : standInText(held, standIns);
    return {
      code: 'owner_without_monitor',
      kind: 'host',
      ids: [host],
      title: `${host} owns ${rangesText(held)} and ${absence}`,
      headline: `${host} ${absence}${left}${waitingText(findings, fleet)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges,
      about: { hosts: [host], service: MONITOR_SERVICE },
      steps: CATALOGUE.owner_without_monitor.steps,
    };
  });
  return tellCrowd(drafts, {
    crowd: 'owners have no active monitor',
    consequence: (ranges) => `; ${notWatchedText(ranges)}`,
  });
};

function absenceText(host: string, fleet: JudgedFleet): string {
  const { processes, vanished } = hostOf(fleet, host);
  if (processes.length > 0) return 'has no active monitor';
  return vanished.length > 0 ? 'has vanished' : 'has no process that reports';
}

function leftText(held: readonly BucketRange[], unwatched: readonly BucketRange[]): string {
  if (unwatched.length > 0 || held.length === 0) return holdsText(unwatched);
  return ` and holds ${rangesText(held)}, which others own too`;
}

function standInText(held: readonly BucketRange[], standIns: readonly string[]): string {
  const report = standIns.length === 1 ? 'reports' : 'report';
  return ` and holds ${rangesText(held)}, which ${listText(standIns)} ${report} without an owner row`;
}

function monitorsWithoutRow(fleet: JudgedFleet) {
  return activeMonitors(fleet.processes).flatMap(
    ({ process: { host_id, bucket_min: min, bucket_max: max } }) =>
      min === null || max === null || hostOf(fleet, host_id).owner !== undefined
        ? []
        : [{ host_id, range: { min, max } }],
  );
}

function liesWithin(inner: BucketRange, outer: readonly BucketRange[]): boolean {
  return outer.some(({ min, max }) => min <= inner.min && inner.max <= max);
}
