import { hostOf, type JudgedFleet } from '../../judged-fleet.ts';
import { rangesText } from '../../text/bucket-range-text.ts';
import { durationText } from '../../text/duration-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { DELIVERER_SERVICE, MONITOR_SERVICE } from '../steps.ts';
import { tellCrowd } from './crowd.ts';
import type { Draft, Join } from './draft.ts';
import { heldRanges, holdsText, notWatchedText, unwatchedWithout } from './held-ranges.ts';
import { findLostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';

/** A host that owns buckets and runs no monitor, though nothing of it is silent: with it goes its vanished process. */
export const joinOwnersWithoutMonitor: Join = (pool, fleet) => {
  const lost = findLostHosts(fleet);
  const owners = pool.look('owner_without_monitor').flatMap((found) => found.hosts);
  const drafts = owners.map((host): Draft => {
    const findings = [
      ...takeUnwatched(pool, fleet, host, lost),
      ...pool.takeOf(host, ['process_vanished']),
      ...takeUndelivered(pool, fleet, host),
    ];
    const ranges = unwatchedWithout(fleet, host);
    const held = rangesText(heldRanges(fleet, host));
    return {
      code: 'owner_without_monitor',
      kind: 'host',
      ids: [host],
      title: `${host} owns ${held} and ${absence(host, fleet)}`,
      headline: `${host} ${absence(host, fleet)}${holdsText(ranges)}${waitingText(findings, fleet)}`,
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

function absence(host: string, fleet: JudgedFleet): string {
  const { processes, vanished } = hostOf(fleet, host);
  if (processes.length > 0) return 'has no active monitor';
  return vanished.length > 0 ? 'has vanished' : 'has no process that reports';
}

/** A host with processes whose rows are gone: with them go the range they leave, and the deliveries that wait for them. */
export const joinVanishedHosts: Join = (pool, fleet) => {
  const lost = findLostHosts(fleet);
  const hosts = [...new Set(pool.look('process_vanished').flatMap((found) => found.hosts))];
  const drafts = hosts.map((host): Draft => {
    const { processes, vanished } = hostOf(fleet, host);
    const findings = [
      ...pool.takeOf(host, ['process_vanished']),
      ...takeUnwatched(pool, fleet, host, lost),
      ...takeUndelivered(pool, fleet, host),
    ];
    const ranges = lost.held.has(host) ? unwatchedWithout(fleet, host) : [];
    const ids = vanished.map(({ process_id }) => process_id);
    const name = processes.length === 0 ? host : ids.join(' and ');
    const lastSeenMs = Math.max(...vanished.map(({ last_seen_ms }) => last_seen_ms));
    const ago = durationText((fleet.nowMs - lastSeenMs) / 1000);
    const onlyDeliverers = vanished.every(({ process_type }) => process_type === 'deliverer');
    return {
      code: 'process_vanished',
      kind: 'process',
      ids,
      title: `${name} has vanished`,
      headline: `${name} has vanished, last seen ${ago} ago${holdsText(ranges)}${waitingText(findings, fleet)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges,
      about: { hosts: [host], service: onlyDeliverers ? DELIVERER_SERVICE : MONITOR_SERVICE },
      steps: CATALOGUE.process_vanished.steps,
    };
  });
  return tellCrowd(drafts, {
    crowd: 'hosts have vanished',
    consequence: (ranges) => (ranges.length === 0 ? '' : `; ${notWatchedText(ranges)}`),
  });
};
