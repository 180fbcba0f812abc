import type { FleetSnapshot, SourceName } from 'fleet-core/contract/fleet-snapshot';
import type { IssueCode } from 'fleet-core/contract/issue';
import type { Summary } from 'fleet-core/contract/summary';
import { isPlanned } from '../../format/decision.ts';
import { capitalised } from '../../format/names.ts';
import { bucketFact, dependencyFact, driftFact, heartbeatFact, queueFact } from './checklist-facts.ts';
import { worstStatus } from './worst-status.ts';

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

type Question = {
  readonly name: string;
  /** What the API says of the section itself; an issue can only make it worse. */
  readonly statuses: readonly string[];
  readonly codes: readonly IssueCode[];
  readonly sources: readonly SourceName[];
  readonly href: string;
  readonly fact: string;
};

/** The questions in a fixed order, since the eye learns places. Levels are the API's own. */
export function checklistRows(snapshot: FleetSnapshot): ChecklistRow[] {
  const { summary, bucket_coverage, projection_drift, delivery, dependencies } = snapshot;
  const questions: Question[] = [
    {
      name: 'Heartbeats',
      statuses: heartbeatStatuses(summary),
      codes: HEARTBEAT_CODES,
      sources: ['process_health'],
      href: '#processes',
      fact: heartbeatFact(snapshot),
    },
    {
      name: 'Bucket coverage',
      statuses: [bucket_coverage.status],
      codes: BUCKET_CODES,
      sources: ['bucket_owners'],
      href: '#buckets',
      fact: bucketFact(bucket_coverage),
    },
    {
      name: 'Projection drift',
      statuses: [projection_drift.status],
      codes: ['projection_drift'],
      sources: ['projection_drift'],
      href: '#issues',
      fact: projection_drift.error ?? driftFact(projection_drift.count),
    },
    {
      name: 'Delivery queues',
      statuses: [delivery.status],
      codes: ['delivery_queues'],
      sources: ['webhook_deliveries', 'alert_deliveries'],
      href: '#queues',
      fact: queueFact(delivery),
    },
    {
      name: 'Delivery owner',
      statuses: [delivery.posture.status],
      codes: ['delivery_posture'],
      sources: ['process_health'],
      href: '#ownership',
      fact: capitalised(delivery.posture.message),
    },
    {
      name: 'Dependencies',
      statuses: dependencies.map((dependency) => dependency.status),
      codes: ['dependency_health_unreadable'],
      sources: ['process_health'],
      href: '#dependencies',
      fact: dependencyFact(dependencies),
    },
  ];
  return questions.map((question) => answer(question, snapshot));
}

function answer(question: Question, snapshot: FleetSnapshot): ChecklistRow {
  const { name, fact, href } = question;
  const issues = snapshot.summary.issue_details.filter((issue) =>
    question.codes.some((code) => code === issue.code),
  );
  const reads = snapshot.sources.filter((source) => question.sources.some((each) => each === source.name));
  const level = worstStatus([...question.statuses, ...issues.map((issue) => issue.severity)]);
  return {
    name,
    level,
    asPlanned: level === 'amber' && issues.length > 0 && issues.every((issue) => isPlanned(issue, snapshot)),
    fact,
    since: earliest(issues.flatMap((issue) => issue.since ?? [])),
    readAt: reads.some((read) => read.read_at === null)
      ? null
      : earliest(reads.flatMap((read) => read.read_at ?? [])),
    href,
  };
}

/** Heartbeats have no section of their own; what the summary counts says how they are. */
function heartbeatStatuses({ stale_processes, red_processes, amber_processes }: Summary): string[] {
  if (stale_processes > 0 || red_processes > 0) return ['red'];
  return amber_processes > 0 ? ['amber'] : [];
}

function earliest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (least, instant) => (least === null || Date.parse(instant) < Date.parse(least) ? instant : least),
    null,
  );
}
