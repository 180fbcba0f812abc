import { apiHalfWay } from './api/api-half-way.ts';
import { apiJobFailed } from './api/api-job-failed.ts';
import { apiLockSilent } from './api/api-lock-silent.ts';
import { apiLocksDisagree } from './api/api-locks-disagree.ts';
import { apiOwnerRows } from './api/api-owner-rows.ts';
import { apiRangeMismatch } from './api/api-range-mismatch.ts';
import { apiSessionStalled } from './api/api-session-stalled.ts';
import { apiStandby } from './api/api-standby.ts';
import { deliveryBacklog } from './delivery/delivery-backlog.ts';
import { deliveryFailures } from './delivery/delivery-failures.ts';
import { deliveryOverdue } from './delivery/delivery-overdue.ts';
import { deliveryOwnerAbsent } from './delivery/delivery-owner-absent.ts';
import { deliveryOwnerMismatch } from './delivery/delivery-owner-mismatch.ts';
import { ownerUnset } from './delivery/owner-unset.ts';
import { dependencyRed } from './dependencies/dependency-red.ts';
import { dependencyRedUnderGreen } from './dependencies/dependency-red-under-green.ts';
import { wpcomCircuitOpen } from './dependencies/wpcom-circuit-open.ts';
import { coverageGap } from './ownership/coverage-gap.ts';
import { draining } from './ownership/draining.ts';
import { noActiveMonitors } from './ownership/no-active-monitors.ts';
import { overlap } from './ownership/overlap.ts';
import { ownerInFuture } from './ownership/owner-in-future.ts';
import { ownerWithoutMonitor } from './ownership/owner-without-monitor.ts';
import { pinnedOwnerRows } from './ownership/pinned-owner-rows.ts';
import { pinnedRangeInvalid } from './ownership/pinned-range-invalid.ts';
import { rangeMismatch } from './ownership/range-mismatch.ts';
import { heartbeatFrozen } from './processes/heartbeat-frozen.ts';
import { heartbeatsLate } from './processes/heartbeats-late.ts';
import { processVanished } from './processes/process-vanished.ts';
import { staleHost } from './processes/stale-host.ts';
import { dynamicHealthy } from './rollout/dynamic-healthy.ts';
import { empty } from './rollout/empty.ts';
import { large } from './rollout/large.ts';
import { midRename } from './rollout/mid-rename.ts';
import { midRollout } from './rollout/mid-rollout.ts';
import { pinnedAsPlanned } from './rollout/pinned-as-planned.ts';
import { pinnedRollout } from './rollout/pinned-rollout.ts';
import { planMemberMissing } from './rollout/plan-member-missing.ts';
import { planMismatch } from './rollout/plan-mismatch.ts';
import { planUnreadable } from './rollout/plan-unreadable.ts';
import { renamed } from './rollout/renamed.ts';
import { retiredHost } from './rollout/retired-host.ts';
import type { Scenario } from './scenario.ts';
import { drift } from './sites/drift.ts';
import { sitesOutsideBuckets } from './sites/sites-outside-buckets.ts';
import { sitesUnchecked } from './sites/sites-unchecked.ts';
import { verifliersActive } from './verifliers/verifliers-active.ts';
import { verifliersIncomplete } from './verifliers/verifliers-incomplete.ts';

/** Every named scenario, in the order in which they are listed. */
export const SCENARIOS: readonly Scenario[] = [
  pinnedRollout,
  pinnedAsPlanned,
  planMismatch,
  planMemberMissing,
  planUnreadable,
  retiredHost,
  midRollout,
  dynamicHealthy,
  renamed,
  midRename,
  staleHost,
  heartbeatsLate,
  heartbeatFrozen,
  processVanished,
  coverageGap,
  overlap,
  draining,
  ownerWithoutMonitor,
  noActiveMonitors,
  rangeMismatch,
  ownerInFuture,
  pinnedOwnerRows,
  pinnedRangeInvalid,
  drift,
  sitesUnchecked,
  sitesOutsideBuckets,
  deliveryBacklog,
  deliveryFailures,
  deliveryOverdue,
  ownerUnset,
  deliveryOwnerAbsent,
  deliveryOwnerMismatch,
  dependencyRed,
  dependencyRedUnderGreen,
  wpcomCircuitOpen,
  apiStandby,
  apiHalfWay,
  apiLockSilent,
  apiJobFailed,
  apiSessionStalled,
  apiLocksDisagree,
  apiRangeMismatch,
  apiOwnerRows,
  verifliersActive,
  verifliersIncomplete,
  empty,
  large,
];

/** The scenario of this name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name);
}
