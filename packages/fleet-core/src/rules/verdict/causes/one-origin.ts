import type { CauseCode, SubjectKind } from '../../../contract/cause.ts';
import type { IssueCode } from '../../../contract/issue.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { unionRanges } from '../../ownership/union-ranges.ts';
import { bucketsIn } from '../../text/bucket-range-text.ts';
import { countText } from '../../text/count-text.ts';
import { sentence } from '../../text/sentence.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { act } from '../steps.ts';
import type { Draft, Join } from './draft.ts';
import { mergeMany } from './merge-many.ts';
import { has, type Pool } from './pool.ts';

/** Without BUCKET_TOTAL neither coverage nor drift can be judged. */
export const joinBucketTotal: Join = (pool, { bucket_coverage }) => {
  if (bucket_coverage.code !== 'bucket_total_missing') return [];
  const steps = [
    act("Set BUCKET_TOTAL of this dashboard to the fleet's number of buckets, and start it anew."),
  ];
  return together(pool, 'bucket_total_missing', 'fleet', ['bucket_coverage', 'projection_drift'], {
    title: 'BUCKET_TOTAL is not set',
    headline: 'BUCKET_TOTAL is not set: neither bucket coverage nor drift can be judged',
    steps,
  });
};

/** Ownership that is not as planned is told once, whatever coverage calls it. */
export const joinPlan: Join = (pool, fleet, sql) => {
  const [first] = pool.look(has('plan_mismatch'));
  if (first === undefined) return [];
  const isOfKind = fleet.bucket_coverage.code === 'pinned' || fleet.bucket_coverage.code === 'mixed';
  const codes: IssueCode[] = isOfKind ? ['plan_mismatch', 'bucket_coverage'] : ['plan_mismatch'];
  return together(pool, 'plan_mismatch', 'fleet', codes, {
    title: first.title,
    headline: sentence(first.title),
    steps: CATALOGUE.plan_mismatch.steps({ hosts: [], buckets: '' }, sql),
  });
};

/** Nobody has reported, so nobody can own or deliver either. */
export const joinNoProcesses: Join = (pool, fleet, sql) => {
  if (pool.look(has('no_process_snapshots')).length === 0) return [];
  const noOwners = fleet.bucket_coverage.code === 'no_owner_rows';
  const codes: IssueCode[] = ['no_process_snapshots', 'no_monitor_processes'];
  return together(pool, 'no_process_snapshots', 'fleet', noOwners ? [...codes, 'bucket_coverage'] : codes, {
    title: 'no process has reported',
    headline: 'No process has reported its health: nothing is known of the fleet',
    steps: CATALOGUE.no_process_snapshots.steps({ hosts: [], buckets: '' }, sql),
  });
};

type Told = Pick<Draft, 'title' | 'headline' | 'steps'>;

function together(pool: Pool, code: CauseCode, kind: SubjectKind, codes: IssueCode[], told: Told): Draft[] {
  const findings = pool.take(has(...codes));
  if (findings.length === 0) return [];
  return [
    {
      code,
      kind,
      ids: [],
      ...told,
      facts: findings.map((found) => found.message),
      findings,
      ranges: unionRanges(findings.flatMap((found) => found.ranges)),
    },
  ];
}

/** What is left stands for itself; many with the same trouble stand together. */
export const joinRest: Join = (pool, fleet, sql) => {
  const left = pool.take(() => true);
  const codes = [...new Set(left.map((found) => found.code))];
  return codes.flatMap((code) => {
    const drafts = left.filter((found) => found.code === code).map((found) => alone(found, fleet, sql));
    return mergeMany(drafts, crowdOf(code));
  });
};

function alone(found: Finding, fleet: JudgedFleet, sql: Parameters<Join>[2]): Draft {
  const buckets = bucketsIn(unionRanges(found.ranges));
  const consequence = buckets === 0 ? '' : `: ${countText(buckets, 'bucket')} concerned`;
  return {
    code: found.code,
    kind: kindOf(found),
    ids: found.hosts.length > 0 ? found.hosts : found.subject === '' ? [] : [found.subject],
    title: found.title,
    headline: `${sentence(found.title, [...found.hosts, found.subject])}${consequence}`,
    facts: [found.message],
    findings: [found],
    ranges: unionRanges(found.ranges),
    steps: CATALOGUE[found.code].steps(
      { hosts: found.hosts, buckets: '', driftRule: fleet.projection_drift.rule },
      sql,
    ),
  };
}

function kindOf({ code, hosts }: Finding): SubjectKind {
  if (hosts.length > 0) return 'host';
  switch (code) {
    case 'bucket_coverage':
      return 'buckets';
    case 'projection_drift':
    case 'sites_outside_buckets':
      return 'sites';
    case 'delivery_queues':
    case 'delivery_overdue':
      return 'queue';
    case 'process_row_unreadable':
      return 'process';
    default:
      return 'fleet';
  }
}

const CROWDS: Partial<Record<IssueCode, string>> = {
  process_red: 'report red',
  process_amber: 'report amber',
  process_unknown_health: 'report an unknown health',
  heartbeat_late: 'late with their heartbeats',
  process_vanished: 'vanished',
  sites_unchecked: 'leave buckets unchecked',
  range_mismatch: 'report another range than their owner row',
  pinned_range_invalid: 'pinned to no range',
  pinned_owner_rows: 'with owner rows under pinned buckets',
  wpcom_circuit_open: 'with an open WordPress.com circuit',
  dependency_health_unreadable: 'report dependencies that cannot be read',
  process_row_unreadable: 'with rows that cannot be read',
};

function crowdOf(code: IssueCode) {
  return { one: 'host', many: 'hosts', trouble: CROWDS[code] ?? `with ${code}` };
}
