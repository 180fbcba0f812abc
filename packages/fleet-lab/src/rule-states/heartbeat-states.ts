import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import type { FleetStateRows } from '../state/fleet-state.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const LATE: RuleVerdict = {
  decision: 'hold',
  added: [['heartbeat_late', 'amber', 'jetmon-b:monitor']],
  checklist: { heartbeats: 'amber' },
};
const FROZEN: RuleVerdict = {
  decision: 'hold',
  added: [['heartbeat_frozen', 'amber', 'jetmon-b:monitor']],
  checklist: { heartbeats: 'amber' },
};
/** Ahead of the clock by less than what counts as in the future. */
const AHEAD_SEC = 50;

function ofAge(updated_at_age: number): FleetStateRows {
  return smallFleet({ monitors: { 'jetmon-b': { updated_at_age } } }).rows;
}

/** Heartbeats that are late, and such as stand still while they are watched. */
export const HEARTBEAT_STATES: readonly RuleState[] = [
  {
    name: 'a heartbeat 89 s old is not late',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 89 } } }),
    expect: WELL,
  },
  {
    name: 'a heartbeat 90 s old, at the limit, is not late',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 90 } } }),
    expect: WELL,
  },
  {
    name: 'a heartbeat 91 s old is late',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 91 } } }),
    expect: LATE,
  },
  {
    name: 'a heartbeat 600 s old, at the grace, is late and not stale: its owner row has a monitor',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 600 } } }),
    expect: LATE,
  },
  {
    name: 'a heartbeat 601 s old is stale and no longer late: its owner row has no monitor',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 601 } } }),
    expect: {
      decision: 'stop',
      added: [['owner_without_monitor', 'red', 'jetmon-b']],
      checklist: { heartbeats: 'red', ownership: 'red' },
    },
  },
  {
    name: 'a stopped process sends none, and its last heartbeat is not late',
    ...smallFleet({
      deliverers: [
        delivererProcess('jetmon-deliverer-1'),
        delivererProcess('jetmon-deliverer-2', { state: 'stopped', updated_at_age: 300 }),
      ],
    }),
    expect: WELL,
  },
  {
    name: 'a heartbeat that has not moved for 90 s of watching, at the limit, is not frozen',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 90 - AHEAD_SEC } } }),
    earlier: [{ secondsBefore: 90, rows: ofAge(-AHEAD_SEC) }],
    expect: WELL,
  },
  {
    name: 'a heartbeat that has not moved for 91 s of watching is frozen, though it is 41 s old',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 91 - AHEAD_SEC } } }),
    earlier: [{ secondsBefore: 91, rows: ofAge(-AHEAD_SEC) }],
    expect: FROZEN,
  },
  {
    name: 'a heartbeat that moved by a second in 91 s of watching is not frozen',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 90 - AHEAD_SEC } } }),
    earlier: [{ secondsBefore: 91, rows: ofAge(-AHEAD_SEC) }],
    expect: WELL,
  },
  {
    name: 'a heartbeat an hour ahead that stands still for 91 s of watching is frozen',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 91 - 3_600 } } }),
    earlier: [{ secondsBefore: 91, rows: ofAge(-3_600) }],
    expect: FROZEN,
  },
  {
    name: 'a heartbeat that stands still and is late is told as late alone',
    ...smallFleet({ monitors: { 'jetmon-b': { updated_at_age: 95 } } }),
    earlier: [{ secondsBefore: 91, rows: ofAge(4) }],
    expect: LATE,
  },
];
