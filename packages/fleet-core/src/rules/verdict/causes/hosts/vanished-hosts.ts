import { hostOf } from '../../../judged-fleet.ts';
import { isDeliverer } from '../../../processes/process-type.ts';
import { durationText } from '../../../text/duration-text.ts';
import { listText } from '../../../text/list-text.ts';
import { checkService, DELIVERER_SERVICE, MONITOR_SERVICE } from '../../steps.ts';
import { tellCrowd } from '../crowd.ts';
import type { Draft, Join } from '../draft.ts';
import { holdsText, notWatchedText, unwatchedWithout } from './held-ranges.ts';
import { findLostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';
import { andRelease } from './release.ts';
import { andRetirement } from './retirement.ts';

/** A host with processes whose rows are gone: with them go the range they leave, and the deliveries that wait for them. */
export const joinVanishedHosts: Join = (pool, fleet) => {
  const hosts = [...new Set(pool.look('process_vanished').flatMap((found) => found.hosts))];
  if (hosts.length === 0) return [];
  const lost = findLostHosts(fleet);
  const drafts = hosts.map((host): Draft => {
    const { processes, vanished } = hostOf(fleet, host);
    const findings = [
      ...pool.takeOf(host, ['process_vanished', 'plan_member_missing']),
      ...takeUnwatched(pool, fleet, host, lost),
      ...takeUndelivered(pool, fleet, host),
    ];
    const ranges = lost.held.has(host) ? unwatchedWithout(fleet, host) : [];
    const ids = vanished.map(({ process_id }) => process_id);
    const name = processes.length === 0 ? host : listText(ids);
    const lastSeenMs = Math.max(...vanished.map(({ last_seen_ms }) => last_seen_ms));
    const ago = durationText((fleet.nowMs - lastSeenMs) / 1000);
    const onlyDeliverers = vanished.every(isDeliverer);
    return {
      code: 'process_vanished',
      kind: 'process',
      ids,
      title: `${name} has vanished`,
      headline: `${name} has vanished (last seen ${ago} ago)${holdsText(ranges)}${waitingText(findings, fleet)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges,
      about: { hosts: [host], service: onlyDeliverers ? DELIVERER_SERVICE : MONITOR_SERVICE },
      steps: andRetirement(
        andRelease((about) => [checkService(about)], fleet),
        fleet,
      ),
    };
  });
  return tellCrowd(drafts, {
    crowd: 'hosts have vanished',
    consequence: (ranges) => (ranges.length === 0 ? '' : `; ${notWatchedText(ranges)}`),
  });
};
