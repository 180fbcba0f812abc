import type { DecisionCode } from 'fleet-core/contract/decision';
import type { IssueCode } from 'fleet-core/contract/issue';
import type { Level } from 'fleet-core/contract/level';
import type { NextActionCode } from 'fleet-core/contract/summary';
import type { FleetState } from '../state/fleet-state.ts';
import type { Incident } from './incident.ts';

/** What becomes of the delivery queues while the simulator runs. */
export type DeliveryMotion = 'none' | 'flowing' | 'piling-up' | 'draining' | 'failing';

/** The verdict that the dashboard must give, in the snapshot's words. */
export type ExpectedVerdict = {
  readonly status: Level;
  readonly nextActionCode: NextActionCode;
  readonly decision: DecisionCode;
  /** Which of the added rules raise issues, each once and in the order of the codes; no other may. */
  readonly addedCodes: readonly IssueCode[];
};

/** A fleet state with a name. Its verdict stays true for as long as the simulator runs on it. */
export type Scenario = {
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  readonly build: () => FleetState;
  readonly deliveries: DeliveryMotion;
  /** What happens while it is watched; the verdict is the one that follows. */
  readonly incident?: Incident;
  readonly expected: ExpectedVerdict;
};
