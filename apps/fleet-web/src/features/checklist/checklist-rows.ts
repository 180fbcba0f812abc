import type { FleetSnapshot, SourceName } from 'fleet-core/contract/fleet-snapshot';
import type { Issue, IssueCode } from 'fleet-core/contract/summary';
import { countOf, formatCount, NOT_READ } from '../../format/count.ts';
import { isPlanned } from '../../format/decision.ts';
import { capitalised } from '../../format/names.ts';

/** One question before a rollout step: its state, the one fact, since when, and when it was last read. */
export type ChecklistRow = {
  readonly name: string;
  readonly level: string;
  /** Amber, and meant to be so at this stage. */
  readonly asPlanned: boolean;
  readonly fact: string;
  /** When the first of its issues was first seen; null while there is none. */
  readonly since: string | null;
  /** When its rows were read; null when they could not be. */
  readonly readAt: string | null;
  readonly href: string;
};

const HEARTBEAT_CODES: readonly IssueCode[] = [
  'no_process_snapshots',
  'process_stale',
  'process_red',
  'process_amber',
  'process_unknown_health',
  'no_monitor_processes',
  'heartbeat_in_future',
  'process_row_unreadable',
];
const BUCKET_CODES: readonly IssueCode[] = [
  'bucket_coverage',
  'pinned_overlap',
  'bucket_owner_row_unreadable',
];

/** The questions in a fixed order, since the eye learns places. Levels are the API's own. */
export function checklistRows(snapshot: FleetSnapshot): ChecklistRow[] {
  const { summary, bucket_coverage, projection_drift, delivery, dependencies } = snapshot;
  const check = checker(snapshot);
  return [
    check('Heartbeats', HEARTBEAT_CODES, ['process_health'], '#processes', heartbeatFact(snapshot)),
    check('Bucket coverage', BUCKET_CODES, ['bucket_owners'], '#buckets', bucketFact(bucket_coverage)),
    check(
      'Projection drift',
      ['projection_drift'],
      ['projection_drift'],
      '#issues',
      projection_drift.error ?? driftFact(projection_drift.count),
    ),
    check(
      'Delivery queues',
      ['delivery_queues'],
      ['webhook_deliveries', 'alert_deliveries'],
      '#queues',
      `${formatCount(delivery.due_now)} due, ${formatCount(delivery.pending)} pending`,
    ),
    check(
      'Delivery owner',
      ['delivery_posture'],
      ['process_health'],
      '#ownership',
      capitalised(delivery.posture.message),
    ),
    {
      ...check('Dependencies', ['dependency_health_unreadable'], ['process_health'], '#dependencies', ''),
      ...dependencyState(dependencies, summary.issue_details),
    },
  ];
}

function checker({ summary, sources, ...snapshot }: FleetSnapshot) {
  return (
    name: string,
    codes: readonly IssueCode[],
    names: readonly SourceName[],
    href: string,
    fact: string,
  ): ChecklistRow => {
    const issues = summary.issue_details.filter((issue) => codes.some((code) => code === issue.code));
    const reads = sources.filter((source) => names.some((each) => each === source.name));
    return {
      name,
      // Issues are listed worst first.
      level: issues[0]?.severity ?? 'green',
      asPlanned:
        issues.length > 0 && issues.every((issue) => isPlanned(issue, { summary, sources, ...snapshot })),
      fact,
      since: earliest(issues.flatMap((issue) => issue.since ?? [])),
      readAt: reads.some((read) => read.read_at === null)
        ? null
        : earliest(reads.flatMap((read) => read.read_at ?? [])),
      href,
    };
  };
}

function earliest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (least, instant) => (least === null || Date.parse(instant) < Date.parse(least) ? instant : least),
    null,
  );
}

function driftFact(count: number | null): string {
  return `${countOf(count, 'site')} ${count === 1 ? 'differs from its' : 'differ from their'} events`;
}

function heartbeatFact({ summary, processes, settings }: FleetSnapshot): string {
  const { stale_processes, red_processes, amber_processes } = summary;
  const minutes = Math.round(settings.heartbeat_grace_sec / 60);
  if (stale_processes > 0) {
    return `${formatCount(stale_processes)} of ${formatCount(processes.length)} stale, silent for over ${minutes} min`;
  }
  return `${countOf(processes.length, 'process', 'processes')}: ${formatCount(red_processes)} red, ${formatCount(amber_processes)} amber`;
}

function bucketFact({
  covered_buckets,
  bucket_total,
  mode,
  gaps,
  overlaps,
}: FleetSnapshot['bucket_coverage']): string {
  const faults = [
    gaps.length > 0 ? countOf(gaps.length, 'gap') : '',
    overlaps.length > 0 ? countOf(overlaps.length, 'overlap') : '',
  ].filter((fault) => fault !== '');
  const covered = `${covered_buckets ?? NOT_READ} of ${bucket_total} covered`;
  return [covered, ...faults, mode].join(', ');
}

/** The API lists dependencies worst first; the first one's status is the worst. */
function dependencyState(
  dependencies: FleetSnapshot['dependencies'],
  issues: readonly Issue[],
): Pick<ChecklistRow, 'level' | 'fact'> {
  const unreadable = issues.find((issue) => issue.code === 'dependency_health_unreadable');
  const worst = dependencies[0];
  if (worst === undefined) {
    return { level: unreadable?.severity ?? 'green', fact: 'No process reports dependencies' };
  }
  const wrong = dependencies.filter((dependency) => dependency.status !== 'green');
  const names = wrong.slice(0, 3).map((dependency) => `${dependency.name} ${dependency.status}`);
  const more = wrong.length > 3 ? `, ${formatCount(wrong.length - 3)} more` : '';
  return {
    level: worst.status === 'green' ? (unreadable?.severity ?? 'green') : worst.status,
    fact:
      wrong.length === 0
        ? `${countOf(dependencies.length, 'dependency', 'dependencies')}, none failing`
        : `${names.join(', ')}${more}`,
  };
}
