import { unionRanges } from '../../ownership/union-ranges.ts';
import { bucketsIn } from '../../text/bucket-range-text.ts';
import { countText } from '../../text/count-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Draft, Join } from './draft.ts';
import { heldRanges, unwatchedText } from './held-ranges.ts';
import { mergeMany } from './merge-many.ts';
import { has, isOf } from './pool.ts';

/** Every monitor is stopped: with that go the owner rows that nobody stands behind. */
export const joinInactiveMonitors: Join = (pool, fleet, sql) => {
  const [first] = pool.take(has('no_active_monitors'));
  if (first === undefined) return [];
  const findings = [
    first,
    ...pool.take(
      (found) =>
        has('owner_without_monitor', 'sites_unchecked')(found) &&
        found.hosts.every((host) => first.hosts.includes(host)),
    ),
  ];
  const ranges = unionRanges(first.hosts.flatMap((host) => heldRanges(fleet, host)));
  const unwatched = countText(bucketsIn(ranges), 'bucket is', 'buckets are');
  return [
    {
      code: 'no_active_monitors',
      kind: 'host',
      ids: first.hosts,
      title: first.title,
      headline: `No monitor is active, and ${unwatched} not watched`,
      facts: [first.message],
      findings,
      ranges,
      steps: CATALOGUE.no_active_monitors.steps({ hosts: first.hosts, buckets: '' }, sql),
    },
  ];
};

/** A host that owns buckets and runs no monitor, though nothing of it is silent: with it goes its vanished process. */
export const joinOwnersWithoutMonitor: Join = (pool, fleet, sql) => {
  const hosts = [...new Set(pool.look(has('owner_without_monitor')).flatMap((found) => found.hosts))];
  const drafts = hosts.map((host): Draft => {
    const findings = pool.take(
      (found) =>
        has('owner_without_monitor', 'process_vanished', 'sites_unchecked')(found) && isOf(host)(found),
    );
    const ranges = heldRanges(fleet, host);
    const there = fleet.processes.filter(({ process }) => process.host_id === host);
    const what = there.length === 0 ? 'has no process that reports' : 'has no active monitor';
    return {
      code: 'owner_without_monitor',
      kind: 'host',
      ids: [host],
      title: `${host} owns buckets and ${what}`,
      headline: `${host} ${what}${unwatchedText(ranges)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges,
      steps: CATALOGUE.owner_without_monitor.steps({ hosts: [host], buckets: '' }, sql),
    };
  });
  return mergeMany(drafts, { one: 'owner', many: 'owners', trouble: 'without an active monitor' });
};
