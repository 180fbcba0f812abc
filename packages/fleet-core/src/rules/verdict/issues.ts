import type { BucketCoverage, BucketOverlap } from '../../contract/bucket-coverage.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { Level } from '../../contract/level.ts';
import type { ProjectionDrift } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { Issue, IssueCode } from '../../contract/summary.ts';
import { sweepClaims } from '../ownership/bucket-claims.ts';
import { bucketRangeText } from '../ownership/bucket-range-text.ts';
import type { JudgedProcess, ProcessCondition } from '../processes/processes.ts';

/** The sections that the summary draws its issues from. */
export type JudgedSections = {
  readonly processes: readonly JudgedProcess[];
  readonly bucket_coverage: Closed<BucketCoverage>;
  readonly delivery: Closed<Delivery>;
  readonly projection_drift: Closed<ProjectionDrift>;
  /** Names of the rows that could not be decoded, so that nothing is known of them. */
  readonly unreadable_processes: readonly string[];
  readonly unreadable_owners: readonly string[];
};

/** Every issue of the fleet: red before amber, in the contract's order within each. */
export function findIssues(sections: JudgedSections): Closed<Issue>[] {
  const found = [
    ...processIssues(sections),
    ...sectionIssues(sections),
    ...pinnedOverlapIssues(sections.bucket_coverage),
    ...sections.processes.filter((judged) => !judged.dependency_health_readable).map(unreadable),
    ...sections.processes.filter((judged) => judged.ahead_sec > 0).map(inFuture),
    ...sections.unreadable_processes.map(unreadableProcess),
    ...sections.unreadable_owners.map(unreadableOwner),
  ];
  return [
    ...found.filter((issue) => issue.severity === 'red'),
    ...found.filter((issue) => issue.severity !== 'red'),
  ];
}

function issue(severity: Level, code: IssueCode, message: string, subject = ''): Closed<Issue> {
  return { code, severity, subject, message };
}

const CONDITION_ISSUES: Record<Exclude<ProcessCondition, 'green'>, [Level, IssueCode]> = {
  stale: ['red', 'process_stale'],
  red: ['red', 'process_red'],
  amber: ['amber', 'process_amber'],
  unknown: ['amber', 'process_unknown_health'],
};

function processIssues({ processes, unreadable_processes }: JudgedSections): Closed<Issue>[] {
  const found = processes.flatMap((judged) => {
    if (judged.condition === 'green') return [];
    const [severity, code] = CONDITION_ISSUES[judged.condition];
    const message = `process ${judged.process.process_id}: ${conditionText(judged, judged.condition)}`;
    return [issue(severity, code, message, judged.process.process_id)];
  });
  if (processes.length === 0 && unreadable_processes.length === 0) {
    found.unshift(issue('amber', 'no_process_snapshots', 'processes: no process has reported its health'));
  }
  if (!processes.some(({ process }) => process.process_type === 'monitor')) {
    found.push(
      issue('amber', 'no_monitor_processes', 'processes: no monitor process has reported its health'),
    );
  }
  return found;
}

function conditionText({ process }: JudgedProcess, condition: Exclude<ProcessCondition, 'green'>): string {
  if (condition === 'stale') return `last heartbeat ${process.last_heartbeat_age_sec}s ago`;
  if (condition === 'unknown') return `reports the unknown health "${process.health_status}"`;
  return `reports health ${condition}`;
}

function sectionIssues({ bucket_coverage, projection_drift, delivery }: JudgedSections): Closed<Issue>[] {
  const sections = [
    {
      code: 'bucket_coverage',
      title: 'bucket coverage',
      status: bucket_coverage.status,
      text: bucket_coverage.error,
    },
    {
      code: 'projection_drift',
      title: 'projection drift',
      status: projection_drift.status,
      text: driftText(projection_drift),
    },
    {
      code: 'delivery_queues',
      title: 'delivery queues',
      status: delivery.status,
      text: deliveryText(delivery),
    },
    {
      code: 'delivery_posture',
      title: 'delivery owner',
      status: delivery.posture.status,
      text: delivery.posture.message,
    },
  ] as const;
  return sections.flatMap(({ code, title, status, text }) =>
    status === 'green' ? [] : [issue(status, code, `${title}: ${text ?? status}`)],
  );
}

function driftText({ error, count }: ProjectionDrift): string {
  if (error !== undefined) return error;
  return count === 1
    ? '1 site differs from its open http events'
    : `${count} sites differ from their open http events`;
}

function deliveryText({ error, abandoned_since, failed_since, due_now }: Delivery): string {
  const facts = [
    error,
    abandoned_since ? `${abandoned_since} abandoned` : undefined,
    failed_since ? `${failed_since} failed` : undefined,
    due_now ? `${due_now} due` : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

/** A sentence is read by people; the snapshot lists them all. */
const MOST_OVERLAPS_LISTED = 10;

/** Ranges are compared as reported, even beyond the bucket total: two monitors would still check the same sites. */
function pinnedOverlapIssues({ pinned }: BucketCoverage): Closed<Issue>[] {
  const end = pinned.reduce((most, range) => Math.max(most, range.bucket_max), -1) + 1;
  const { overlaps } = sweepClaims(pinned, end);
  if (overlaps.length === 0) return [];
  const listed = overlaps.slice(0, MOST_OVERLAPS_LISTED).map(overlapText);
  const others = overlaps.length - listed.length;
  const texts = others > 0 ? [...listed, `and ${others} more`] : listed;
  return [issue('amber', 'pinned_overlap', `pinned ranges: checked more than once: ${texts.join('; ')}`)];
}

function overlapText({ host_ids, more_hosts, ...range }: BucketOverlap): string {
  const hosts = more_hosts === undefined ? host_ids : [...host_ids, `${more_hosts} more`];
  return `${bucketRangeText(range)} (${hosts.join(', ')})`;
}

function unreadable({ process: { process_id } }: JudgedProcess): Closed<Issue> {
  const message = `process ${process_id}: its dependency health is no list of entries`;
  return issue('amber', 'dependency_health_unreadable', message, process_id);
}

function inFuture({ process: { process_id }, ahead_sec }: JudgedProcess): Closed<Issue> {
  const message = `process ${process_id}: heartbeat lies ${ahead_sec}s in the future; its clock or the database's is wrong`;
  return issue('amber', 'heartbeat_in_future', message, process_id);
}

/** Amber, as all that cannot be judged: the process may be well or not. */
function unreadableProcess(process_id: string): Closed<Issue> {
  const message = `process ${process_id}: its row holds something that cannot be read, so its health is not known`;
  return issue('amber', 'process_row_unreadable', message, process_id);
}

function unreadableOwner(host_id: string): Closed<Issue> {
  const message = `bucket owner ${host_id}: its row holds something that cannot be read, so its buckets are not known`;
  return issue('amber', 'bucket_owner_row_unreadable', message);
}
