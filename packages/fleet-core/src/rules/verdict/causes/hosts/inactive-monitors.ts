import { hostOf } from '../../../judged-fleet.ts';
import { unionRanges } from '../../../ownership/bucket-ranges.ts';
import { monitorsAmong } from '../../../processes/process-type.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { MONITOR_SERVICE } from '../../steps.ts';
import type { Join } from '../draft.ts';
import { heldRanges, notWatchedText } from './held-ranges.ts';
import { findLostHosts, takeUnwatched } from './lost-hosts.ts';

/** No monitor is at work: with that go the owner rows that nobody stands behind, and what the stopped ones say of it. */
export const joinInactiveMonitors: Join = (pool, fleet) => {
  const [first] = pool.take('no_active_monitors');
  if (first === undefined) return [];
  const lost = findLostHosts(fleet);
  const { hosts } = first;
  const stopped = new Set(
    hosts.flatMap((host) =>
      monitorsAmong(hostOf(fleet, host).processes).map(({ process }) => process.process_id),
    ),
  );
  const ranges = unionRanges(hosts.flatMap((host) => heldRanges(fleet, host)));
  return [
    {
      code: 'no_active_monitors',
      kind: 'host',
      ids: hosts,
      title: first.title,
      headline: `No monitor is active${ranges.length === 0 ? '' : `: ${notWatchedText(ranges)}`}`,
      facts: [first.message],
      findings: [
        first,
        ...hosts.flatMap((host) => takeUnwatched(pool, fleet, host, lost)),
        ...hosts.flatMap((host) => pool.takeOf(host, ['plan_member_missing'])),
        ...pool.claim(pool.look('process_amber').filter(({ subject }) => stopped.has(subject))),
      ],
      ranges,
      about: { hosts, service: MONITOR_SERVICE },
      steps: CATALOGUE.no_active_monitors.steps,
    },
  ];
};
