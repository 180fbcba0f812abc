import type { Level } from 'fleet-core/contract/level';
import type { NextActionCode } from 'fleet-core/contract/summary';
import type { FleetState } from '../state/fleet-state.ts';

/** What becomes of the delivery queues while the simulator runs. */
export type DeliveryMotion = 'none' | 'flowing' | 'piling-up' | 'draining' | 'failing';

/** The verdict that the dashboard must give, in the snapshot's words. */
export type ExpectedVerdict = {
  readonly status: Level;
  readonly nextActionCode: NextActionCode;
};

/** A fleet state with a name. Its verdict stays true for as long as the simulator runs on it. */
export type Scenario = {
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  readonly build: () => FleetState;
  readonly deliveries: DeliveryMotion;
  readonly expected: ExpectedVerdict;
};
