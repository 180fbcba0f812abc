import { delivered, due, retrying } from '../scenarios/builders/delivery-rows.ts';
import type { FleetState } from '../state/fleet-state.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const OVERDUE: RuleVerdict = {
  decision: 'hold',
  added: [['delivery_overdue', 'amber', 'webhook']],
  checklist: { queues: 'amber' },
};
const IN_A_MINUTE = 60;
const HOUR_SEC = 3_600;

/** A webhook that waits for this long and is tried again then; others go out. */
function waiting(created_age: number, retryInSec: number): FleetState {
  return smallFleet({ webhooks: [delivered(10), { ...retrying(1, retryInSec), created_age }] });
}

/** A webhook that waits, with the last delivery of the queue so long ago. */
function waitingSince(created_age: number, deliveredAge: number): FleetState {
  const last = { ...delivered(1), created_age: deliveredAge, delivered_age: deliveredAge };
  return smallFleet({ webhooks: [last, { ...retrying(1, IN_A_MINUTE), created_age }] });
}

/** Deliveries that are not due, and wait too long all the same. */
export const DELIVERY_STATES: readonly RuleState[] = [
  {
    name: 'a delivery that is pending for 8 h, at the limit, is not overdue',
    ...waiting(8 * HOUR_SEC, IN_A_MINUTE),
    expect: WELL,
  },
  {
    name: 'a delivery that is pending for 8 h and a second is overdue',
    ...waiting(8 * HOUR_SEC + 1, IN_A_MINUTE),
    expect: OVERDUE,
  },
  {
    name: 'a next attempt in 6 h, at the limit, is not too far ahead',
    ...waiting(HOUR_SEC, 6 * HOUR_SEC),
    expect: WELL,
  },
  {
    name: 'a next attempt in 6 h and a second is too far ahead',
    ...waiting(HOUR_SEC, 6 * HOUR_SEC + 1),
    expect: OVERDUE,
  },
  {
    name: 'a delivery that is pending for 900 s, as long as the window, while none went out is not overdue',
    ...waitingSince(900, 901),
    expect: WELL,
  },
  {
    name: 'a delivery that is pending for 901 s while none went out within 900 s is overdue',
    ...waitingSince(901, 901),
    expect: OVERDUE,
  },
  {
    name: 'a delivery that is pending for 901 s while one went out 900 s ago is not overdue',
    ...waitingSince(901, 900),
    expect: WELL,
  },
  {
    name: 'deliveries of one queue do not excuse the other',
    ...smallFleet({
      webhooks: [delivered(10)],
      alerts: [{ ...retrying(1, IN_A_MINUTE), created_age: 901 }],
    }),
    expect: { ...OVERDUE, added: [['delivery_overdue', 'amber', 'alert']] },
  },
  {
    name: 'what is due and waits for 8 h and a second is overdue, too',
    ...smallFleet({ webhooks: [delivered(10), due(1, 8 * HOUR_SEC + 1)] }),
    expect: OVERDUE,
  },
  {
    name: 'an empty queue that has delivered nothing for a day is not overdue',
    ...smallFleet({ webhooks: [], alerts: [] }),
    expect: WELL,
  },
];
