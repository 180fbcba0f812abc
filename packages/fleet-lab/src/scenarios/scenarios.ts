import { deliveryBacklog } from './delivery/delivery-backlog.ts';
import { deliveryFailures } from './delivery/delivery-failures.ts';
import { ownerUnset } from './delivery/owner-unset.ts';
import { dependencyRed } from './dependencies/dependency-red.ts';
import { coverageGap } from './ownership/coverage-gap.ts';
import { draining } from './ownership/draining.ts';
import { overlap } from './ownership/overlap.ts';
import { staleHost } from './processes/stale-host.ts';
import { dynamicHealthy } from './rollout/dynamic-healthy.ts';
import { empty } from './rollout/empty.ts';
import { large } from './rollout/large.ts';
import { midRollout } from './rollout/mid-rollout.ts';
import { pinnedRollout } from './rollout/pinned-rollout.ts';
import type { Scenario } from './scenario.ts';
import { drift } from './sites/drift.ts';

/** Every named scenario, in the order in which they are listed. */
export const SCENARIOS: readonly Scenario[] = [
  pinnedRollout,
  dynamicHealthy,
  midRollout,
  staleHost,
  coverageGap,
  overlap,
  draining,
  deliveryBacklog,
  deliveryFailures,
  ownerUnset,
  drift,
  dependencyRed,
  empty,
  large,
];

/** The scenario of this name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name);
}
