import type { BucketRange } from '../../../../contract/bucket-coverage.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { standsBy } from '../../../ownership/bucket-ownership.ts';
import { activeMonitors } from '../../../processes/process-type.ts';
import { rangesText } from '../../../text/bucket-range-text.ts';
import { listText } from '../../../text/list-text.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { act, look, MONITOR_SERVICE, type StepsFor } from '../../steps.ts';
import { tellCrowd } from '../crowd.ts';
import type { Draft, Join } from '../draft.ts';
import { heldRanges, holdsText, notWatchedText, unwatchedWithout } from './held-ranges.ts';
import { findLostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';

const CODES = ['owner_without_monitor', 'lock_owner_silent'] as const;
const HOLDS = { owner_without_monitor: 'owns', lock_owner_silent: 'holds the lock of' } as const;

/**
 * A host that owns buckets by a row or a lock and runs no monitor, though nothing of it is silent: with it go its vanished process, and
 * the monitor that reports its range and has no row, as after a host was renamed.
 */
export const joinOwnersWithoutMonitor: Join = (pool, fleet) => {
  const owners = CODES.flatMap((code) =>
    [...new Set(pool.look(code).flatMap((found) => found.hosts))].map((host) => ({ code, host })),
  );
  if (owners.length === 0) return [];
  const lost = findLostHosts(fleet);
  let rowless = monitorsWithoutRow(fleet);
  const drafts = owners.map(({ code, host }): Draft => {
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
      code,
      kind: 'host',
      ids: [host],
      title: `${host} ${HOLDS[code]} ${rangesText(held)} and ${absence}`,
      headline: `${host} ${absence}${left}${waitingText(findings, fleet)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges,
      about: { hosts: [host], service: MONITOR_SERVICE, ranges: held },
      steps: absence === STANDS_BY ? standbySteps(host) : CATALOGUE[code].steps,
    };
  });
  // Of a host with a row and a lock the first has taken what is said of both.
  const told = drafts.filter(({ findings }) => findings.length > 0);
  return tellCrowd(told, {
    crowd: 'owners have no active monitor',
    consequence: (ranges) => `; ${notWatchedText(ranges)}`,
  });
};

const STANDS_BY = 'is in standby';

/** It runs: to start it once more would change nothing. */
function standbySteps(host: string): StepsFor {
  return (_about, sql) => [
    look('See who owns what', sql.bucket_owners),
    act(`Start the monitor of ${host} anew without ROLLOUT_MODE=api-controlled, or have its row freed.`),
  ];
}

function absenceText(host: string, fleet: JudgedFleet): string {
  const { processes, vanished } = hostOf(fleet, host);
  if (processes.some(({ active, process }) => active && standsBy(process))) return STANDS_BY;
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
