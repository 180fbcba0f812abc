import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import type { FleetState, ProcessHealthRow } from '../state/fleet-state.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const VANISHED: RuleVerdict = {
  decision: 'hold',
  added: [['process_vanished', 'amber', 'jetmon-deliverer-2:deliverer']],
  checklist: { heartbeats: 'amber' },
};
const DAY_SEC = 86_400;

/** The small fleet with a second deliverer that stands by. */
function withStandBy(changes: Partial<ProcessHealthRow> = {}): FleetState {
  const standBy = delivererProcess('jetmon-deliverer-2', { delivery_workers_enabled: 0, ...changes });
  return smallFleet({ deliverers: [delivererProcess('jetmon-deliverer-1'), standBy] });
}

/** Processes whose row was there at an earlier look. */
export const VANISHED_STATES: readonly RuleState[] = [
  {
    name: 'a process whose row was there a second ago and is gone has vanished',
    ...smallFleet(),
    earlier: [{ secondsBefore: 1, rows: withStandBy().rows }],
    expect: VANISHED,
  },
  {
    name: 'a process that is still there has not vanished',
    ...withStandBy(),
    earlier: [{ secondsBefore: 1, rows: withStandBy().rows }],
    expect: WELL,
  },
  {
    name: 'a process that came back is missed no more',
    ...withStandBy(),
    earlier: [
      { secondsBefore: 60, rows: withStandBy().rows },
      { secondsBefore: 30, rows: smallFleet().rows },
    ],
    expect: WELL,
  },
  {
    name: 'a process that was stopped in good order has not vanished',
    ...smallFleet(),
    earlier: [{ secondsBefore: 1, rows: withStandBy({ state: 'stopped' }).rows }],
    expect: WELL,
  },
  {
    name: 'a process that was only stopping when it was last seen has vanished',
    ...smallFleet(),
    earlier: [{ secondsBefore: 1, rows: withStandBy({ state: 'stopping' }).rows }],
    expect: VANISHED,
  },
  {
    name: 'a process that was last seen 24 h ago, at the limit, is still missed',
    ...smallFleet(),
    earlier: [{ secondsBefore: DAY_SEC, rows: withStandBy().rows }],
    expect: VANISHED,
  },
  {
    name: 'a process that was last seen 24 h and a second ago is missed no more',
    ...smallFleet(),
    earlier: [{ secondsBefore: DAY_SEC + 1, rows: withStandBy().rows }],
    expect: WELL,
  },
];
