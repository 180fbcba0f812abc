import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import { healthyDependencies, withDependency } from '../scenarios/builders/dependency-entries.ts';
import type { FleetState, ProcessHealthRow } from '../state/fleet-state.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const RED: RuleVerdict = {
  decision: 'hold',
  added: [['dependency_red', 'amber', 'mysql']],
  checklist: { dependencies: 'red' },
};
const OPEN: RuleVerdict = {
  decision: 'hold',
  added: [['wpcom_circuit_open', 'amber', 'jetmon-a:monitor']],
  checklist: { dependencies: 'amber' },
};
const CIRCUIT_OPEN = { wpcom_circuit_open: 1, wpcom_queue_depth: 12 } as const;

/** jetmon-a with a database connection of this status. */
function mysqlIs(status: string, changes: Partial<ProcessHealthRow> = {}): FleetState {
  return smallFleet({ monitors: { 'jetmon-a': { ...withMysql(status), ...changes } } });
}

function withMysql(status: string): Partial<ProcessHealthRow> {
  const healthy = healthyDependencies('jetmon-a', 'monitor');
  return { dependency_health: withDependency(healthy, 'mysql', status, 'gone away') };
}

/** What processes say of what they depend on, while they call themselves well. */
export const DEPENDENCY_STATES: readonly RuleState[] = [
  { name: 'a dependency that is red under a green process is told', ...mysqlIs('red'), expect: RED },
  {
    name: 'a dependency that is amber under a green process is shown, and no issue',
    ...mysqlIs('amber'),
    expect: { ...WELL, checklist: { dependencies: 'amber' } },
  },
  {
    name: 'a dependency that is red under an amber process is counted with it',
    ...mysqlIs('red', { health_status: 'amber' }),
    expect: { ...RED, added: [], checklist: { heartbeats: 'amber', dependencies: 'red' } },
  },
  {
    name: 'what a process 600 s old, at the grace, says of a dependency still counts',
    ...mysqlIs('red', { updated_at_age: 600 }),
    expect: {
      ...RED,
      added: [['heartbeat_late', 'amber', 'jetmon-a:monitor'], ...RED.added],
      checklist: { heartbeats: 'amber', dependencies: 'red' },
    },
  },
  {
    name: 'what a process 601 s old said of a dependency proves nothing',
    ...mysqlIs('red', { updated_at_age: 601 }),
    expect: {
      decision: 'stop',
      added: [['owner_without_monitor', 'red', 'jetmon-a']],
      checklist: { heartbeats: 'red', ownership: 'red', dependencies: 'red' },
    },
  },
  {
    name: 'a dependency that is red under a green process is told, though a silent one said so, too',
    ...smallFleet({
      monitors: {
        'jetmon-a': withMysql('red'),
        'jetmon-b': { ...withMysql('red'), updated_at_age: 601 },
      },
    }),
    expect: {
      decision: 'stop',
      added: [['owner_without_monitor', 'red', 'jetmon-b'], ...RED.added],
      checklist: { heartbeats: 'red', ownership: 'red', dependencies: 'red' },
    },
  },
  {
    name: 'a monitor with an open circuit to WordPress.com is told',
    ...smallFleet({ monitors: { 'jetmon-a': CIRCUIT_OPEN } }),
    expect: OPEN,
  },
  {
    name: 'a queue to WordPress.com behind a closed circuit is no issue',
    ...smallFleet({ monitors: { 'jetmon-a': { wpcom_queue_depth: 99_999 } } }),
    expect: WELL,
  },
  {
    name: 'an open circuit of a deliverer is none: it asks nothing of WordPress.com',
    ...smallFleet({ deliverers: [delivererProcess('jetmon-deliverer-1', CIRCUIT_OPEN)] }),
    expect: WELL,
  },
  {
    name: 'where no process reports dependencies, they are unknown',
    ...smallFleet({
      monitors: {
        'jetmon-a': { dependency_health: null },
        'jetmon-b': { dependency_health: null },
        'jetmon-c': { dependency_health: null },
      },
      deliverers: [delivererProcess('jetmon-deliverer-1', { dependency_health: null })],
    }),
    expect: { ...WELL, checklist: { dependencies: 'unknown' } },
  },
];
