import { bucketOwner } from '../scenarios/builders/bucket-owner.ts';
import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import { threeHosts } from '../scenarios/builders/three-hosts.ts';
import { type LabelledIssue, type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const WITHOUT_MONITOR: RuleVerdict = {
  decision: 'stop',
  added: [['owner_without_monitor', 'red', 'jetmon-b']],
  checklist: { ownership: 'red' },
};
const STOPPED = { state: 'stopped' };
/** What is not known where there is no site, so that the question of checks does not come into it. */
const NO_SITES = { checks: 'unknown', drift: 'unknown' } as const;
const ORPHANS: readonly LabelledIssue[] = [
  ['owner_without_monitor', 'red', 'jetmon-a'],
  ['owner_without_monitor', 'red', 'jetmon-b'],
  ['owner_without_monitor', 'red', 'jetmon-c'],
];

/** Owner rows and the monitors that should stand behind them. */
export const OWNER_STATES: readonly RuleState[] = [
  { name: 'a small fleet that is well raises nothing', ...smallFleet(), expect: WELL },
  {
    name: 'an owner whose monitor has no row has no monitor, however fresh its owner row',
    ...smallFleet({ gone: ['jetmon-b'] }),
    expect: WITHOUT_MONITOR,
  },
  {
    name: 'an owner whose monitor is stopping has no monitor',
    ...smallFleet({ monitors: { 'jetmon-b': { state: 'stopping' } } }),
    expect: WITHOUT_MONITOR,
  },
  {
    name: 'an owner whose monitor is starting has one',
    ...smallFleet({ monitors: { 'jetmon-b': { state: 'starting' } } }),
    expect: WELL,
  },
  {
    name: 'a deliverer on the host of an owner is no monitor',
    ...smallFleet({
      gone: ['jetmon-b'],
      deliverers: [
        delivererProcess('jetmon-deliverer-1'),
        delivererProcess('jetmon-b', { delivery_workers_enabled: 0 }),
      ],
    }),
    expect: WITHOUT_MONITOR,
  },
  {
    name: 'owners that no process ever named have no monitor each, and the monitors have no owner row',
    ...smallFleet({
      owners: threeHosts.owners().map((owner) => ({ ...owner, host_id: `ghost-${owner.host_id}` })),
      sites: [],
    }),
    expect: {
      decision: 'stop',
      added: [
        ['owner_without_monitor', 'red', 'ghost-jetmon-a'],
        ['owner_without_monitor', 'red', 'ghost-jetmon-b'],
        ['owner_without_monitor', 'red', 'ghost-jetmon-c'],
        ['range_mismatch', 'amber', 'jetmon-a:monitor'],
        ['range_mismatch', 'amber', 'jetmon-b:monitor'],
        ['range_mismatch', 'amber', 'jetmon-c:monitor'],
      ],
      checklist: { ownership: 'red', ...NO_SITES },
    },
  },
  {
    name: 'with two of three monitors stopped one is still active',
    ...smallFleet({ monitors: { 'jetmon-a': STOPPED, 'jetmon-b': STOPPED } }),
    expect: { decision: 'stop', added: ORPHANS.slice(0, 2), checklist: { ownership: 'red' } },
  },
  {
    name: 'with all three monitors stopped none is active',
    ...smallFleet({
      monitors: { 'jetmon-a': STOPPED, 'jetmon-b': STOPPED, 'jetmon-c': STOPPED },
      sites: [],
    }),
    expect: {
      decision: 'stop',
      added: [...ORPHANS, ['no_active_monitors', 'red', '']],
      checklist: { heartbeats: 'red', ownership: 'red', ...NO_SITES },
    },
  },
  {
    name: 'where no monitor is listed, none is said to be inactive: none has reported',
    ...smallFleet({ gone: ['jetmon-a', 'jetmon-b', 'jetmon-c'], sites: [] }),
    expect: {
      decision: 'stop',
      added: ORPHANS,
      checklist: { heartbeats: 'amber', ownership: 'red', ...NO_SITES },
    },
  },
  {
    name: 'an owner heartbeat 60 s ahead, at the limit, is not in the future',
    ...smallFleet({ owners: { 'jetmon-b': { last_heartbeat_age: -60 } } }),
    expect: WELL,
  },
  {
    name: 'an owner heartbeat 61 s ahead is in the future',
    ...smallFleet({ owners: { 'jetmon-b': { last_heartbeat_age: -61 } } }),
    expect: {
      decision: 'hold',
      added: [['owner_heartbeat_in_future', 'amber', 'jetmon-b']],
      checklist: { ownership: 'amber' },
    },
  },
  {
    name: 'an owner whose range lies beside those of the others has a monitor by its name alone',
    ...smallFleet({
      owners: [
        ...threeHosts.owners({ 'jetmon-c': { bucket_max: 998 } }),
        bucketOwner('jetmon-d', { min: 999, max: 999 }),
      ],
      monitors: { 'jetmon-c': { bucket_max: 998 } },
    }),
    expect: {
      decision: 'stop',
      added: [['owner_without_monitor', 'red', 'jetmon-d']],
      checklist: { ownership: 'red' },
    },
  },
];
