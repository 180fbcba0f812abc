import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import { monitorProcess } from '../scenarios/builders/monitor-process.ts';
import { THREE_HOSTS, threeHosts } from '../scenarios/builders/three-hosts.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { pinnedFleet, smallFleet } from './small-fleet.ts';

const MISMATCH: RuleVerdict = {
  decision: 'hold',
  added: [['plan_mismatch', 'amber', '']],
  checklist: { ownership: 'amber' },
};

/** A plan that has the small fleet as it is, but for what is told. */
function planFile(changes: Record<string, unknown> = {}): string {
  const monitors = THREE_HOSTS.map((host_id) => {
    const { min, max } = threeHosts.rangeOf(host_id);
    return { host_id, bucket_min: min, bucket_max: max };
  });
  return JSON.stringify({ stage: 'dynamic', monitors, deliverers: ['jetmon-deliverer-1'], ...changes });
}

const [A, B, C] = THREE_HOSTS.map((host_id) => ({ host_id }));
const unlike = (host: string): RuleVerdict => ({ ...MISMATCH, added: [['plan_mismatch', 'amber', host]] });
const missing = (host: string, ...others: RuleVerdict['added']): RuleVerdict => ({
  decision: 'stop',
  added: [['plan_member_missing', 'red', host], ...others],
  checklist: { heartbeats: 'red' },
});

/** A monitor of a host that the small fleet does not have, which owns nothing. */
const another = (changes: Parameters<typeof monitorProcess>[2] = {}) =>
  monitorProcess('jetmon-d', { min: 0, max: 9 }, changes);
const SILENT = { updated_at_age: 601 };
const withAnother = (changes: Parameters<typeof monitorProcess>[2]) => [
  delivererProcess('jetmon-deliverer-1'),
  another(changes),
];

/** Ownership as it was planned, and as it is. */
export const PLAN_STATES: readonly RuleState[] = [
  {
    name: 'a dynamic fleet that was to be dynamic is as planned, and well',
    ...smallFleet({ expected_ownership: 'dynamic' }),
    expect: { decision: 'advance', added: [], checklist: {} },
  },
  {
    name: 'a dynamic fleet that was to be pinned contradicts its plan',
    ...smallFleet({ expected_ownership: 'pinned' }),
    expect: MISMATCH,
  },
  {
    name: 'a pinned fleet that was to be dynamic contradicts its plan',
    ...pinnedFleet({ expected_ownership: 'dynamic' }),
    expect: MISMATCH,
  },
  {
    name: 'a fleet with one pinned monitor that was to be dynamic contradicts its plan',
    ...smallFleet({
      pinned: ['jetmon-c'],
      owners: smallFleet().rows.jetmon_hosts.slice(0, 2),
      expected_ownership: 'dynamic',
    }),
    expect: MISMATCH,
  },
  {
    name: 'a fleet with one dynamic monitor that was to be pinned is on its way, and not as planned',
    ...smallFleet({
      pinned: ['jetmon-b', 'jetmon-c'],
      owners: smallFleet().rows.jetmon_hosts.slice(0, 1),
      expected_ownership: 'pinned',
    }),
    expect: { decision: 'hold', added: [], checklist: { ownership: 'amber' } },
  },
  {
    name: 'a fleet that is as its plan has it in every part is well',
    ...smallFleet({ plan_file: planFile() }),
    expect: WELL,
  },
  {
    name: 'a plan with one bucket less than the host owns contradicts the fleet',
    ...smallFleet({
      plan_file: planFile({ monitors: [A, { host_id: 'jetmon-b', bucket_min: 334, bucket_max: 665 }, C] }),
    }),
    expect: unlike('jetmon-b'),
  },
  {
    name: 'a plan that leaves open the ranges contradicts none',
    ...smallFleet({ plan_file: planFile({ monitors: [A, B, C] }) }),
    expect: WELL,
  },
  {
    name: 'pinned ranges are compared as they are reported',
    ...pinnedFleet({
      plan_file: planFile({
        stage: 'pinned',
        monitors: [{ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 332 }, B, C],
      }),
    }),
    expect: unlike('jetmon-a'),
  },
  {
    name: 'a monitor that works and is not in the plan contradicts it',
    ...smallFleet({ plan_file: planFile({ monitors: [A, B] }) }),
    expect: unlike('jetmon-c'),
  },
  {
    name: 'a plan that names no monitors leaves open who they are',
    ...smallFleet({ plan_file: planFile({ monitors: [] }) }),
    expect: WELL,
  },
  {
    name: 'a planned deliverer that has never reported is missing',
    ...smallFleet({ plan_file: planFile({ deliverers: ['jetmon-deliverer-1', 'jetmon-deliverer-2'] }) }),
    expect: missing('jetmon-deliverer-2'),
  },
  {
    name: 'a planned monitor that was stopped is missing, silent or not',
    ...smallFleet({
      deliverers: withAnother({ state: 'stopped' }),
      plan_file: planFile({ monitors: [A, B, C, { host_id: 'jetmon-d' }] }),
    }),
    expect: missing('jetmon-d'),
  },
  {
    name: 'a planned deliverer whose workers are off contradicts the plan',
    ...smallFleet({
      deliverers: [
        delivererProcess('jetmon-deliverer-1'),
        delivererProcess('jetmon-deliverer-2', { delivery_workers_enabled: 0 }),
      ],
      plan_file: planFile({ deliverers: ['jetmon-deliverer-1', 'jetmon-deliverer-2'] }),
    }),
    expect: unlike('jetmon-deliverer-2'),
  },
  {
    name: 'a host that is retired and silent is missed by nobody',
    ...smallFleet({ deliverers: withAnother(SILENT), plan_file: planFile({ retired: ['jetmon-d'] }) }),
    expect: WELL,
  },
  {
    name: 'a process that is retired and silent is missed by nobody',
    ...smallFleet({
      deliverers: withAnother(SILENT),
      plan_file: planFile({ retired: ['jetmon-d:monitor'] }),
    }),
    expect: WELL,
  },
  {
    name: 'a host that is retired and still works contradicts the plan, and is judged as ever',
    ...smallFleet({
      deliverers: withAnother({ updated_at_age: 600, bucket_ownership: '' }),
      plan_file: planFile({ retired: ['jetmon-d'] }),
    }),
    expect: {
      decision: 'hold',
      added: [
        ['heartbeat_late', 'amber', 'jetmon-d:monitor'],
        ['plan_mismatch', 'amber', 'jetmon-d'],
      ],
      checklist: { heartbeats: 'amber', ownership: 'amber' },
    },
  },
  {
    name: 'a host that is retired and still owns buckets leaves them unwatched, whatever is planned',
    ...smallFleet({
      gone: ['jetmon-c'],
      plan_file: planFile({ monitors: [A, B], retired: ['jetmon-c'] }),
    }),
    expect: {
      decision: 'stop',
      added: [
        ['owner_without_monitor', 'red', 'jetmon-c'],
        ['plan_mismatch', 'amber', 'jetmon-c'],
      ],
      checklist: { ownership: 'red' },
    },
  },
  {
    name: 'a plan that is no JSON is none, and that is told',
    ...smallFleet({ plan_file: '{"stage": "dynamic"' }),
    expect: { ...MISMATCH, added: [['plan_unreadable', 'amber', '']] },
  },
  {
    name: 'a plan whose stage is another than the setting says is none, and that is told',
    ...smallFleet({ expected_ownership: 'dynamic', plan_file: planFile({ stage: 'pinned' }) }),
    expect: { ...MISMATCH, added: [['plan_unreadable', 'amber', '']] },
  },
];
