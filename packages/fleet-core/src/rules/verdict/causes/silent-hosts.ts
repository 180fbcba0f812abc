import { enabledWorkers } from '../../delivery/delivery-workers.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { unionRanges } from '../../ownership/union-ranges.ts';
import type { JudgedProcess } from '../../processes/processes.ts';
import { countText } from '../../text/count-text.ts';
import { durationText } from '../../text/duration-text.ts';
import { listText } from '../../text/list-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Draft, Join } from './draft.ts';
import { heldRanges, liesWithin, unwatchedText } from './held-ranges.ts';
import { mergeMany } from './merge-many.ts';
import { has, isOf, type Pool } from './pool.ts';

/** A host whose processes are silent: with it go its owner row, the range it leaves, and the deliveries that wait for it. */
export const joinSilentHosts: Join = (pool, fleet, sql) => {
  const stale = fleet.processes.filter(({ condition }) => condition === 'stale');
  const hosts = [...new Set(stale.map(({ process }) => process.host_id))];
  const drafts = hosts.map((host): Draft => {
    const silent = stale.filter(({ process }) => process.host_id === host);
    const isMonitor = silent.some(({ process }) => process.process_type === 'monitor');
    const ranges = isMonitor ? heldRanges(fleet, host) : [];
    const findings = [
      ...pool.take((found) => isOfSilent(found, host, silent)),
      ...pool.take(
        (found) => isMonitor && has('owner_without_monitor', 'sites_unchecked')(found) && isOf(host)(found),
      ),
      ...pool.take((found) => isMonitor && isLeftBehind(found, host, fleet)),
      ...pool.take((found) => isMonitor && has('no_active_monitors')(found) && areAllSilent(fleet)),
      ...takeDeliveries(pool, host, silent, fleet),
    ];
    const waiting = findings.some(has('delivery_queues', 'delivery_overdue', 'delivery_posture'));
    const limit = durationText(fleet.thresholds.heartbeat_grace_sec);
    const ageSec = Math.min(...silent.map(({ process }) => process.last_heartbeat_age_sec));
    const name = nameOf(host, silent, fleet);
    const headline = `${name} is silent for ${durationText(ageSec)} (limit ${limit})${unwatchedText(ranges)}`;
    return {
      code: 'host_silent',
      kind: 'host',
      ids: [host],
      title: `${name} is silent`,
      headline: waiting ? `${headline}; ${waitingText(fleet)}` : headline,
      facts: silent.map(
        ({ process }) =>
          `${process.process_id}: last heartbeat ${process.updated_at}, state ${process.state}`,
      ),
      findings,
      ranges: unionRanges([...ranges, ...findings.flatMap((found) => found.ranges)]),
      steps: CATALOGUE.process_stale.steps({ hosts: [host], buckets: '' }, sql),
    };
  });
  return mergeMany(drafts, { one: 'host', many: 'hosts', trouble: 'silent' });
};

function isOfSilent({ subject }: Finding, host: string, silent: readonly JudgedProcess[]): boolean {
  return silent.some(({ process }) => process.process_id === subject && process.host_id === host);
}

/** The host if all that runs there is silent, else the processes that are. */
function nameOf(host: string, silent: readonly JudgedProcess[], { processes }: JudgedFleet): string {
  const there = processes.filter(({ process }) => process.host_id === host);
  return there.length === silent.length ? host : listText(silent.map(({ process }) => process.process_id));
}

/** A coverage fault that is no more than what the silent host has left: its stale row, or the gap where it was. */
function isLeftBehind({ code, hosts, ranges }: Finding, host: string, fleet: JudgedFleet): boolean {
  if (code !== 'bucket_coverage') return false;
  const { code: coverageCode } = fleet.bucket_coverage;
  if (coverageCode === 'owner_stale' || coverageCode === 'owner_not_active') return hosts.includes(host);
  return coverageCode === 'gap' && ranges.some((gap) => liesWithin(gap, heldRanges(fleet, host)));
}

function areAllSilent({ processes }: JudgedFleet): boolean {
  return processes.every(({ process }) => process.process_type !== 'monitor' || process.stale);
}

/** What waits, when the silent host was to deliver and nobody else does. */
function takeDeliveries(
  pool: Pool,
  host: string,
  silent: readonly JudgedProcess[],
  fleet: JudgedFleet,
): Finding[] {
  const absent = pool.take((found) => has('delivery_owner_absent')(found) && isOf(host)(found));
  const delivered = silent.some(({ process }) => process.delivery_workers_enabled);
  if (!delivered || enabledWorkers(fleet.processes).length > 0) return absent;
  return [
    ...absent,
    ...pool.take(has('delivery_posture', 'delivery_overdue')),
    ...pool.take((found) => has('delivery_queues')(found) && found.severity === 'amber'),
  ];
}

function waitingText({ delivery }: JudgedFleet): string {
  return `${countText(delivery.pending ?? 0, 'delivery waits', 'deliveries wait')} for it`;
}
