import { isLate } from '../../processes/heartbeat-findings.ts';
import { countText } from '../../text/count-text.ts';
import { durationText } from '../../text/duration-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Draft, Join } from './draft.ts';
import { mergeMany } from './merge-many.ts';
import { has, isOf } from './pool.ts';

/** A host whose clock is wrong shows in its heartbeats and in its owner row. */
export const joinWrongClocks: Join = (pool, _fleet, sql) => {
  const isOfClock = has('heartbeat_in_future', 'heartbeat_frozen', 'owner_heartbeat_in_future');
  const hosts = [...new Set(pool.look(isOfClock).flatMap((found) => found.hosts))];
  const drafts = hosts.flatMap((host): Draft[] => {
    const findings = pool.take((found) => isOfClock(found) && isOf(host)(found));
    const [first] = findings;
    if (first === undefined) return [];
    const frozen = findings.find(has('heartbeat_frozen'));
    return [
      {
        code: findings.length > 1 ? 'clock_wrong' : first.code,
        kind: 'host',
        ids: [host],
        title: (frozen ?? first).title,
        headline:
          frozen === undefined
            ? `The clock of ${host} is wrong: ${first.title}; whether it is alive cannot be told`
            : `${host} may be dead: ${frozen.title}, and its clock was ahead`,
        facts: findings.map((found) => found.message),
        findings,
        ranges: [],
        steps: CATALOGUE.heartbeat_frozen.steps({ hosts: [host], buckets: '' }, sql),
      },
    ];
  });
  return mergeMany(drafts, { one: 'host', many: 'hosts', trouble: 'with a wrong clock' });
};

/** All heartbeats late at once: it is not the processes. */
export const joinLateWrites: Join = (pool, fleet, sql) => {
  const active = fleet.processes.filter((judged) => judged.active);
  if (active.length < 2 || !active.every((judged) => isLate(judged, fleet))) return [];
  const findings = pool.take(has('heartbeat_late'));
  const newestSec = Math.min(...active.map(({ process }) => process.last_heartbeat_age_sec));
  return [
    {
      code: 'heartbeat_late',
      kind: 'fleet',
      ids: [],
      title: 'all heartbeats are late',
      headline: `All ${countText(active.length, 'heartbeat')} are late, the newest ${durationText(newestSec)} old: writes to the database have stopped, or this is a replica that lags`,
      facts: [],
      findings,
      ranges: [],
      steps: CATALOGUE.heartbeat_late.steps(
        { hosts: active.map(({ process }) => process.host_id), buckets: '' },
        sql,
      ),
    },
  ];
};
