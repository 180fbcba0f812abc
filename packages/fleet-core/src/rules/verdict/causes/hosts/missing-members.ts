import { hostOf } from '../../../judged-fleet.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { DELIVERER_SERVICE, MONITOR_SERVICE } from '../../steps.ts';
import { tellCrowd } from '../crowd.ts';
import type { Draft, Join } from '../draft.ts';
import { findLostHosts, takeUndelivered, takeUnwatched, waitingText } from './lost-hosts.ts';
import { andRelease } from './release.ts';
import { andRetirement } from './retirement.ts';

/** A planned host where nobody is at work, though it is neither silent nor vanished: with it goes what those that stopped say of themselves. */
export const joinMissingMembers: Join = (pool, fleet) => {
  const hosts = [...new Set(pool.look('plan_member_missing').flatMap((found) => found.hosts))];
  if (hosts.length === 0) return [];
  const lost = findLostHosts(fleet);
  const drafts = hosts.map((host): Draft => {
    const missing = pool.takeOf(host, ['plan_member_missing']);
    const { processes } = hostOf(fleet, host);
    const ended = new Set(processes.filter(({ active }) => !active).map(({ process }) => process.process_id));
    const findings = [
      ...missing,
      ...pool.takeOf(host, ['process_red', 'process_amber'], ({ subject }) => ended.has(subject)),
      ...takeUnwatched(pool, fleet, host, lost),
      ...takeUndelivered(pool, fleet, host),
    ];
    const [title = ''] = missing.map((found) => found.title);
    const isMonitor = fleet.plan.plan?.monitors.some(({ host_id }) => host_id === host);
    return {
      code: 'plan_member_missing',
      kind: 'host',
      ids: [host],
      title,
      headline: `${missing.map((found) => found.headline).join('; ')}${waitingText(findings, fleet)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts: [host], service: isMonitor ? MONITOR_SERVICE : DELIVERER_SERVICE },
      steps: andRetirement(andRelease(CATALOGUE.plan_member_missing.steps, fleet), fleet),
    };
  });
  return tellCrowd(drafts, { crowd: 'planned hosts are missing' });
};
