import type { Finding } from '../../../finding.ts';
import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { monitorsAmong } from '../../../processes/process-type.ts';
import type { JudgedProcess } from '../../../processes/processes.ts';
import { pastLimitText } from '../../../text/duration-text.ts';
import { listText } from '../../../text/list-text.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { serviceOf } from '../../steps.ts';
import { tellCrowd } from '../crowd.ts';
import type { Draft, Join } from '../draft.ts';
import type { Pool } from '../pool.ts';
import { holdsText, notWatchedText, unwatchedWithout } from './held-ranges.ts';
import { findLostHosts, type LostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';
import { andRelease } from './release.ts';
import { andRetirement } from './retirement.ts';

/** A host whose processes are silent: with it go its owner row, the range it leaves, and the deliveries that wait for it. */
export const joinSilentHosts: Join = (pool, fleet) => {
  const hosts = [...fleet.hosts.keys()].filter((host) => hostOf(fleet, host).processes.some(isSilent));
  const inactive = pool.claim(pool.look('no_active_monitors').filter((found) => areAllSilent(found, fleet)));
  if (hosts.length === 0) return [];
  const lost = findLostHosts(fleet);
  const drafts = hosts.map((host, place) => toDraft(host, pool, fleet, lost, place === 0 ? inactive : []));
  // When all monitors are silent that is one trouble, however few they are.
  return tellCrowd(drafts, {
    crowd: 'hosts are silent',
    consequence: (ranges) => (ranges.length === 0 ? '' : `; ${notWatchedText(ranges)}`),
    ...(inactive.length > 0 ? { mostApart: 1 } : {}),
  });
};

function isSilent({ condition }: JudgedProcess): boolean {
  return condition === 'stale';
}

function areAllSilent({ hosts }: Finding, fleet: JudgedFleet): boolean {
  return hosts.every((host) => monitorsAmong(hostOf(fleet, host).processes).every(isSilent));
}

function toDraft(
  host: string,
  pool: Pool,
  fleet: JudgedFleet,
  lost: LostHosts,
  inactive: readonly Finding[],
): Draft {
  const silent = hostOf(fleet, host).processes.filter(isSilent);
  const ranges = lost.held.has(host) ? unwatchedWithout(fleet, host) : [];
  const findings = [
    ...takeOwn(pool, host, silent),
    ...inactive,
    ...takeUnwatched(pool, fleet, host, lost),
    ...takeUndelivered(pool, fleet, host),
  ];
  const agesSec = silent.flatMap(({ process }) => process.last_heartbeat_age_sec ?? []);
  const name = nameOf(host, silent, fleet);
  const state =
    agesSec.length === 0
      ? 'has no heartbeat'
      : `is silent for ${pastLimitText(Math.min(...agesSec), fleet.thresholds.heartbeat_grace_sec)}`;
  return {
    code: 'host_silent',
    kind: 'host',
    ids: [host],
    title: `${name} is silent`,
    headline: `${name} ${state}${holdsText(ranges)}${waitingText(findings, fleet)}`,
    facts: silent.map(
      ({ process: { process_id, updated_at, state: said } }) =>
        `${process_id}: ${updated_at === null ? 'no heartbeat' : `last heartbeat ${updated_at}`}, state ${said}`,
    ),
    findings,
    ranges,
    about: { hosts: [host], service: serviceOf(silent) },
    steps: andRetirement(andRelease(CATALOGUE.process_stale.steps, fleet), fleet),
  };
}

/** All that the silent processes said of themselves counts no more. */
function takeOwn(pool: Pool, host: string, silent: readonly JudgedProcess[]): Finding[] {
  const ids = new Set(silent.map(({ process }) => process.process_id));
  return [
    ...pool.takeOf(host, ['process_stale', 'process_vanished', 'plan_member_missing']),
    ...pool.takeOf(host, ['dependency_health_unreadable'], ({ subject }) => ids.has(subject)),
  ];
}

/** The host if all that runs there is silent, else the processes that are. */
function nameOf(host: string, silent: readonly JudgedProcess[], fleet: JudgedFleet): string {
  const areAll = hostOf(fleet, host).processes.length === silent.length;
  return areAll ? host : listText(silent.map(({ process }) => process.process_id));
}
