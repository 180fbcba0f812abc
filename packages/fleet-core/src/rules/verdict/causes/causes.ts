import { CAUSE_CODES, type Cause } from '../../../contract/cause.ts';
import { LEVELS, worstLevel } from '../../../contract/level.ts';
import type { Closed } from '../../../contract/scalars.ts';
import type { OperatorSql } from '../../../domain/operator-sql.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { bucketsIn } from '../../text/bucket-range-text.ts';
import type { Draft, Join } from './draft.ts';
import { joinFailingDependencies } from './failing-dependencies.ts';
import { joinInactiveMonitors, joinOwnersWithoutMonitor } from './inactive-monitors.ts';
import { joinMissingOwnerRows } from './missing-owner-rows.ts';
import { joinBucketTotal, joinNoProcesses, joinPlan, joinRest } from './one-origin.ts';
import { createPool } from './pool.ts';
import { joinSilentHosts } from './silent-hosts.ts';
import { joinDeliveryOwners, joinSlowDeliveries, joinStuckDeliveries } from './stuck-deliveries.ts';
import { joinLateWrites, joinWrongClocks } from './wrong-clocks.ts';

/** The most telling origins first: each takes what it explains, and the rest is left to those after it. */
const JOINS: readonly Join[] = [
  joinBucketTotal,
  joinNoProcesses,
  joinSilentHosts,
  joinInactiveMonitors,
  joinFailingDependencies,
  joinMissingOwnerRows,
  joinOwnersWithoutMonitor,
  joinPlan,
  joinWrongClocks,
  joinLateWrites,
  joinStuckDeliveries,
  joinSlowDeliveries,
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
  return JOINS.flatMap((join) => join(pool, fleet, sql))
    .map((draft) => toCause(draft, places, runbookUrl))
    .sort(mostUrgentFirst);
}

function toCause(
  draft: Draft,
  places: ReadonlyMap<Finding, number>,
  runbookUrl: string | null,
): Closed<Cause> {
  const { code, kind, ids, title, headline, facts, findings, ranges, steps } = draft;
  return {
    code,
    severity: worstLevel(findings.map((found) => found.severity)),
    planned: findings.every((found) => found.planned),
    subject: { kind, ids: [...ids] },
    title,
    headline,
    facts: [...facts],
    issue_refs: findings.flatMap((found) => places.get(found) ?? []).sort((a, b) => a - b),
    buckets_affected: bucketsIn(ranges),
    steps: [...steps],
    ...(runbookUrl === null ? {} : { runbook_url: runbookUrl.replaceAll('{code}', code) }),
  };
}

function mostUrgentFirst(a: Closed<Cause>, b: Closed<Cause>): number {
  return (
    LEVELS.indexOf(b.severity) - LEVELS.indexOf(a.severity) ||
    Number(a.planned) - Number(b.planned) ||
    b.buckets_affected - a.buckets_affected ||
    weightOf(a) - weightOf(b) ||
    (a.issue_refs[0] ?? 0) - (b.issue_refs[0] ?? 0)
  );
}

/** The joint causes, of which each explains several issues, come before the codes of single ones. */
function weightOf({ code }: Closed<Cause>): number {
  return CAUSE_CODES.indexOf(code);
}
