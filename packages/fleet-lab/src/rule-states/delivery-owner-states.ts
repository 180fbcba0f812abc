import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import type { FleetState, ProcessHealthRow } from '../state/fleet-state.ts';
import { type LabelledIssue, type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { type SmallFleetChanges, smallFleet } from './small-fleet.ts';

const OWNER = 'jetmon-deliverer-1';

function absent(host: string): LabelledIssue {
  return ['delivery_owner_absent', 'amber', host];
}

const MISMATCH: LabelledIssue = ['delivery_owner_mismatch', 'amber', ''];

function unclear(...added: LabelledIssue[]): RuleVerdict {
  return { decision: 'hold', added, checklist: { delivery_owner: 'amber' } };
}

/** Nothing is queued, so that only the question of who delivers is asked. */
function idle(changes: SmallFleetChanges): FleetState {
  return smallFleet({ webhooks: [], alerts: [], ...changes });
}

function naming(delivery_owner_host: string): NonNullable<SmallFleetChanges['monitors']> {
  const named = { delivery_owner_host };
  return { 'jetmon-a': named, 'jetmon-b': named, 'jetmon-c': named };
}

function deliverer(changes: Partial<ProcessHealthRow>): SmallFleetChanges {
  return { deliverers: [delivererProcess(OWNER, changes)] };
}

/** Who is to deliver, by those who name him, and whether he does. */
export const DELIVERY_OWNER_STATES: readonly RuleState[] = [
  {
    name: 'an owner that is named and has no process is absent',
    ...idle({ deliverers: [] }),
    expect: unclear(absent(OWNER)),
  },
  {
    name: 'an owner whose workers are off is absent',
    ...idle(deliverer({ delivery_workers_enabled: 0 })),
    expect: unclear(absent(OWNER)),
  },
  {
    name: 'an owner whose process is stopping is absent',
    ...idle(deliverer({ state: 'stopping' })),
    expect: unclear(absent(OWNER)),
  },
  {
    name: 'an owner with a heartbeat 600 s old, at the grace, is there, and late',
    ...idle(deliverer({ updated_at_age: 600 })),
    expect: {
      decision: 'hold',
      added: [['heartbeat_late', 'amber', `${OWNER}:deliverer`]],
      checklist: { heartbeats: 'amber' },
    },
  },
  {
    name: 'an owner with a heartbeat 601 s old is absent',
    ...idle(deliverer({ updated_at_age: 601 })),
    expect: {
      decision: 'stop',
      added: [absent(OWNER)],
      checklist: { heartbeats: 'red', delivery_owner: 'amber' },
    },
  },
  {
    name: 'where nobody names an owner and nothing is queued, none is absent',
    ...idle({ deliverers: [], monitors: naming('') }),
    expect: WELL,
  },
  {
    name: 'monitors that name none leave it to the deliverer that names itself',
    ...smallFleet({ monitors: naming('') }),
    expect: WELL,
  },
  {
    name: 'an owner that is named with blanks around it is the same owner',
    ...smallFleet({ monitors: naming(` ${OWNER} `) }),
    expect: WELL,
  },
  {
    name: 'monitors and the deliverer that name different owners disagree, though only one has workers',
    ...smallFleet({ monitors: naming('jetmon-deliverer-2') }),
    expect: unclear(absent('jetmon-deliverer-2'), MISMATCH),
  },
  {
    name: 'one monitor of three that names another owner is enough to disagree',
    ...smallFleet({ monitors: { 'jetmon-a': { delivery_owner_host: 'jetmon-a' } } }),
    expect: unclear(absent('jetmon-a'), MISMATCH),
  },
  {
    name: 'a stopped process that names another owner has no say',
    ...smallFleet({
      deliverers: [
        delivererProcess(OWNER),
        delivererProcess('jetmon-deliverer-2', {
          delivery_owner_host: 'jetmon-deliverer-2',
          state: 'stopped',
        }),
      ],
    }),
    expect: WELL,
  },
  {
    name: 'a host that has workers enabled and names another owner may deliver twice',
    ...smallFleet({ monitors: { 'jetmon-a': { delivery_workers_enabled: 1 } } }),
    expect: unclear(MISMATCH),
  },
  {
    name: 'a second process with workers on the owner itself is not another host',
    ...smallFleet({
      deliverers: [delivererProcess(OWNER), delivererProcess(OWNER, { process_id: `${OWNER}:deliverer-2` })],
    }),
    expect: WELL,
  },
];
