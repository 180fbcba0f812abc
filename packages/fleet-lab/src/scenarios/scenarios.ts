import { coverageGap } from './coverage-gap.ts';
import { deliveryBacklog } from './delivery-backlog.ts';
import { deliveryFailures } from './delivery-failures.ts';
import { dependencyRed } from './dependency-red.ts';
import { draining } from './draining.ts';
import { drift } from './drift.ts';
import { dynamicHealthy } from './dynamic-healthy.ts';
import { empty } from './empty.ts';
import { large } from './large.ts';
import { midRollout } from './mid-rollout.ts';
import { overlap } from './overlap.ts';
import { ownerUnset } from './owner-unset.ts';
import { pinnedRollout } from './pinned-rollout.ts';
import type { Scenario } from './scenario.ts';
import { staleHost } from './stale-host.ts';

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
