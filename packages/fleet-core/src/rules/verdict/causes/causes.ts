import { CAUSE_CODES, type Cause } from '../../../contract/cause.ts';
import { LEVELS, worstLevel } from '../../../contract/level.ts';
import type { Closed } from '../../../contract/scalars.ts';
import type { OperatorSql } from '../../../domain/operator-sql.ts';
import { distinctSorted } from '../../code-point-order.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { bucketsIn } from '../../ownership/bucket-ranges.ts';
import { muteOver } from '../../plan/mutes.ts';

import { joinDeliveryOwners } from './deliveries/delivery-owners.ts';
import { joinStuckDeliveries } from './deliveries/stuck-deliveries.ts';
import { joinWaitingDeliveries } from './deliveries/waiting-deliveries.ts';
import type { Draft, Join } from './draft.ts';
import { joinFailingDependencies } from './failing-dependencies.ts';
import { joinInactiveMonitors } from './hosts/inactive-monitors.ts';
import { joinMissingMembers } from './hosts/missing-members.ts';
import { joinMissingOwnerRows } from './hosts/missing-owner-rows.ts';
import { joinOwnersWithoutMonitor } from './hosts/owners-without-monitor.ts';
import { joinSilentHosts } from './hosts/silent-hosts.ts';
import { joinVanishedHosts } from './hosts/vanished-hosts.ts';
import { joinLateWrites } from './late-writes.ts';
import { joinLockFaults } from './lock-faults.ts';
import { joinOpenSessions } from './open-sessions.ts';
import { createPool } from './pool.ts';
import { joinRest } from './rest.ts';
import { joinVerifliers } from './verifliers.ts';
import { joinBucketTotal, joinNoProcesses, joinPlan, joinStage, joinUnreadablePlan } from './whole-fleet.ts';
import { joinDatabaseClock, joinOwnerRowsAhead, joinWrongClocks } from './wrong-clocks.ts';

/** The most telling origins first: each takes what it explains, and the rest is left to those after it. */
const JOINS: readonly Join[] = [
  joinBucketTotal,
  joinNoProcesses,
  joinSilentHosts,
  joinInactiveMonitors,
  joinVerifliers,
  joinFailingDependencies,
  joinOwnersWithoutMonitor,
  joinVanishedHosts,
  joinMissingMembers,
  joinMissingOwnerRows,
  joinUnreadablePlan,
  joinPlan,
  joinStage,
  joinOpenSessions,
  joinLockFaults,
  joinDatabaseClock,
  joinWrongClocks,
  joinOwnerRowsAhead,
  joinLateWrites,
  joinStuckDeliveries,
  joinWaitingDeliveries,
  joinDeliveryOwners,
  joinRest,
];

/** What is wrong, once each: red before amber, then what concerns most buckets, then by the order of the codes. */
export function tellCauses(
  findings: readonly Finding[],
  fleet: JudgedFleet,
  sql: OperatorSql,
  runbookUrl: string | null,
): Closed<Cause>[] {
  const pool = createPool(findings);
  const places = new Map(findings.map((found, place) => [found, place]));
  return JOINS.flatMap((join) => join(pool, fleet))
    .map((draft) => toCause(draft, places, sql, runbookUrl))
    .sort(mostUrgentFirst);
}

function toCause(
  draft: Draft,
  places: ReadonlyMap<Finding, number>,
  sql: OperatorSql,
  runbookUrl: string | null,
): Closed<Cause> {
  const { code, kind, ids, title, headline, facts, findings, ranges, about, steps } = draft;
  const muted = muteOver(findings);
  return {
    code,
    severity: worstLevel(findings.map((found) => found.severity)),
    planned: findings.every((found) => found.planned),
    ...(muted === undefined ? {} : { muted }),
    subject: { kind, ids: [...ids] },
    hosts: distinctSorted(about.hosts),
    title,
    headline,
    facts: [...facts],
    issue_refs: findings.flatMap((found) => places.get(found) ?? []).sort((a, b) => a - b),
    buckets_affected: bucketsIn(ranges),
    steps: steps(about, sql),
    ...(runbookUrl === null ? {} : { runbook_url: runbookUrl.replaceAll('{code}', code) }),
  };
}

/** Ownership that is amber by rule concerns no bucket and may be planned: of all warnings it tells least. */
function isStage({ code, severity, buckets_affected }: Closed<Cause>): boolean {
  return code === 'bucket_coverage' && severity === 'amber' && buckets_affected === 0;
}

function mostUrgentFirst(a: Closed<Cause>, b: Closed<Cause>): number {
  return (
    LEVELS.indexOf(b.severity) - LEVELS.indexOf(a.severity) ||
    b.buckets_affected - a.buckets_affected ||
    Number(isStage(a)) - Number(isStage(b)) ||
    CAUSE_CODES.indexOf(a.code) - CAUSE_CODES.indexOf(b.code) ||
    (a.issue_refs[0] ?? 0) - (b.issue_refs[0] ?? 0)
  );
}
