import type { BucketRange } from '../../../../contract/bucket-coverage.ts';
import { enabledWorkers, namedOwners } from '../../../delivery/delivery-workers.ts';
import type { Finding } from '../../../finding.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import type { JudgedHost } from '../../../judged-host.ts';
import { isUnfit } from '../../../ownership/bucket-coverage.ts';
import { standsBy } from '../../../ownership/bucket-ownership.ts';
import { meet, subtractRanges } from '../../../ownership/bucket-ranges.ts';
import { activeMonitors, isMonitor, monitorsAmong } from '../../../processes/process-type.ts';
import { inService, type JudgedProcess } from '../../../processes/processes.ts';
import { countText } from '../../../text/count-text.ts';
import { takeWaiting } from '../deliveries/waiting-deliveries.ts';
import type { Pool } from '../pool.ts';
import { heldRanges } from './held-ranges.ts';

/** The hosts that have no active monitor, or one in standby, though they had one or own buckets. */
export type LostHosts = {
  /** What each was to watch. */
  readonly held: ReadonlyMap<string, readonly BucketRange[]>;
  /** Whether the fault of the coverage is wholly theirs. */
  readonly explainCoverage: boolean;
};

export function findLostHosts(fleet: JudgedFleet): LostHosts {
  const lost = [...fleet.hosts].filter(([, host]) => isLost(host)).map(([host]) => host);
  const held = new Map(lost.map((host) => [host, heldRanges(fleet, host)]));
  return { held, explainCoverage: explainsCoverage(held, fleet) };
}

function isLost({ processes, vanished, owner, locks }: JudgedHost): boolean {
  const monitors = monitorsAmong(processes);
  const hadMonitor = inService(monitors).length > 0 || vanished.some(isMonitor);
  return (owner !== undefined || locks.length > 0 || hadMonitor) && !monitors.some(isWatching);
}

function isWatching({ active, process }: JudgedProcess): boolean {
  return active && !standsBy(process);
}

function explainsCoverage(held: LostHosts['held'], { bucket_coverage, processes }: JudgedFleet): boolean {
  const { code, gaps, overlaps, hosts } = bucket_coverage;
  switch (code) {
    case 'owner_stale':
    case 'owner_not_active':
      return hosts.filter(isUnfit).every(({ host_id }) => held.has(host_id));
    case 'gap':
      return overlaps.length === 0 && subtractRanges(gaps, [...held.values()].flat()).length === 0;
    case 'no_owner_rows':
      return held.size > 0 && activeMonitors(processes).length === 0;
    default:
      return false;
  }
}

/** What follows when nobody on a lost host watches: its owner row, its unchecked sites, and the fault of the coverage. */
export function takeUnwatched(pool: Pool, fleet: JudgedFleet, host: string, lost: LostHosts): Finding[] {
  const held = lost.held.get(host);
  if (held === undefined) return [];
  const own = pool.takeOf(host, ['owner_without_monitor', 'lock_owner_silent', 'sites_unchecked']);
  return lost.explainCoverage && hasPart(fleet, host, held) ? [...own, ...pool.take('bucket_coverage')] : own;
}

function hasPart(fleet: JudgedFleet, host: string, held: readonly BucketRange[]): boolean {
  const { code, gaps } = fleet.bucket_coverage;
  if (code === 'gap') return held.some((range) => gaps.some((gap) => meet(gap, range)));
  const { owner } = hostOf(fleet, host);
  return code === 'no_owner_rows' || (owner !== undefined && isUnfit(owner));
}

/** What waits for a host that was to deliver, when nobody else does. */
export function takeUndelivered(pool: Pool, fleet: JudgedFleet, host: string): Finding[] {
  const absent = pool.takeOf(host, ['delivery_owner_absent']);
  if (!wasToDeliver(fleet, host) || enabledWorkers(fleet.processes).length > 0) return absent;
  return [...absent, ...pool.take('delivery_posture'), ...takeWaiting(pool)];
}

/** The named owner; where nobody names one, a host whose workers were enabled. */
function wasToDeliver(fleet: JudgedFleet, host: string): boolean {
  const { processes, vanished } = hostOf(fleet, host);
  const there = [...processes.map(({ process }) => process), ...vanished];
  if (!there.some((process) => process.delivery_workers_enabled)) return false;
  const owners = namedOwners(fleet.processes);
  return owners.length === 0 || owners.includes(host);
}

const OF_DELIVERY = ['delivery_posture', 'delivery_overdue', 'delivery_queues'];

/** `; 12 deliveries wait for it`, or nothing. */
export function waitingText(findings: readonly Finding[], { delivery }: JudgedFleet): string {
  if (!findings.some(({ code }) => OF_DELIVERY.includes(code))) return '';
  return `; ${countText(delivery.pending ?? 0, 'delivery waits', 'deliveries wait')} for it`;
}
