import { hostOf } from '../../judged-fleet.ts';
import { isMonitor } from '../../processes/process-type.ts';
import { countText } from '../../text/count-text.ts';
import { listText } from '../../text/list-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { look, MONITOR_SERVICE, serviceOf } from '../steps.ts';
import { tellCrowd } from './crowd.ts';
import type { Draft, Join } from './draft.ts';
import { holdsText, unwatchedWithout } from './hosts/held-ranges.ts';

/** Every heartbeat ahead at once: it is the database's clock, more likely than all of theirs. */
export const joinDatabaseClock: Join = (pool, { in_service }) => {
  const active = in_service.filter((judged) => judged.active);
  if (active.length < 2 || active.some(({ ahead_sec }) => ahead_sec === 0)) return [];
  const findings = pool.take('heartbeat_in_future', 'owner_heartbeat_in_future');
  const title = "all heartbeats lie ahead of the database's clock";
  return [
    {
      code: 'clock_wrong',
      kind: 'fleet',
      ids: [],
      title,
      headline: `All ${countText(active.length, 'heartbeat')} lie ahead of the database's clock: its own is wrong, or the time zone of whoever writes`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts: [], service: MONITOR_SERVICE },
      steps: (_about, sql) => [look("Compare the heartbeats with the database's clock", sql.clocks)],
    },
  ];
};

/**
 * A host whose clock is wrong shows in its heartbeats. When it is one host alone, the owner rows that lie ahead are its
 * doing too, since every monitor refreshes all of them.
 */
export const joinWrongClocks: Join = (pool, fleet) => {
  const ahead = [...pool.look('heartbeat_frozen'), ...pool.look('heartbeat_in_future')];
  const hosts = [...new Set(ahead.flatMap((found) => found.hosts))];
  const drafts = hosts.flatMap((host): Draft[] => {
    const frozen = pool.takeOf(host, ['heartbeat_frozen']);
    const findings = [
      ...frozen,
      ...pool.takeOf(host, ['heartbeat_in_future', 'owner_heartbeat_in_future']),
      ...(hosts.length === 1 ? pool.take('owner_heartbeat_in_future') : []),
    ];
    const [first] = findings;
    if (first === undefined) return [];
    const { processes } = hostOf(fleet, host);
    const still = new Set(frozen.map(({ subject }) => subject));
    const monitors = processes.filter(({ process }) => isMonitor(process) && still.has(process.process_id));
    const ranges = monitors.length > 0 ? unwatchedWithout(fleet, host) : [];
    return [
      {
        code: findings.length > 1 ? 'clock_wrong' : first.code,
        kind: 'host',
        ids: [host],
        title: first.title,
        headline:
          frozen.length > 0
            ? `${host} may be dead${holdsText(ranges)}; ${first.title}, and its clock was ahead`
            : `Whether ${host} is alive cannot be told: ${first.title}`,
        facts: findings.map((found) => found.message),
        findings,
        ranges,
        about: { hosts: [host], service: serviceOf(processes) },
        steps: CATALOGUE.heartbeat_frozen.steps,
      },
    ];
  });
  return tellCrowd(drafts, { crowd: 'hosts have a wrong clock' });
};

/** Owner rows ahead though no process is: any monitor may have written them, since each refreshes all. */
export const joinOwnerRowsAhead: Join = (pool) => {
  const findings = pool.take('owner_heartbeat_in_future');
  const [first] = findings;
  if (first === undefined) return [];
  const hosts = findings.flatMap((found) => found.hosts);
  const rows = hosts.length === 1 ? 'the owner row of' : 'the owner rows of';
  const title = `${rows} ${listText(hosts)} ${hosts.length === 1 ? 'lies' : 'lie'} ahead of the database's clock`;
  return [
    {
      code: 'owner_heartbeat_in_future',
      kind: 'host',
      ids: hosts,
      title,
      headline: `Whether owner rows are fresh cannot be told: ${title}; any monitor may have written that, since each refreshes all`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts, service: MONITOR_SERVICE },
      steps: CATALOGUE.owner_heartbeat_in_future.steps,
    },
  ];
};
