import type { Cause } from '../../contract/cause.ts';
import {
  CHECKLIST_CODES,
  type ChecklistCode,
  type ChecklistRow,
  type ChecklistStatus,
} from '../../contract/checklist.ts';
import type { SourceName } from '../../contract/fleet-snapshot.ts';
import { type Level, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { toInstant } from '../../domain/instant.ts';
import { OLDEST_READING_SEC, type Reading } from '../../domain/reading.ts';
import type { Finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { areLocksKnown } from '../locks/held-locks.ts';
import { muteOver } from '../plan/mutes.ts';
import { durationText } from '../text/duration-text.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import {
  type BriefOf,
  checksBrief,
  deliveryOwnerBrief,
  dependencyBrief,
  driftBrief,
  heartbeatBrief,
  ownershipBrief,
  queueBrief,
  verifliersBrief,
} from './checklist-briefs.ts';
import {
  checksFact,
  deliveryOwnerFact,
  dependencyFact,
  driftFact,
  type FactOf,
  heartbeatFact,
  ownershipFact,
  queueFact,
  verifliersFact,
} from './checklist-facts.ts';

type Question = {
  readonly fact: FactOf;
  readonly brief: BriefOf;
  /** A source that not every database has counts where it is there. */
  readonly sources: readonly SourceName[];
  /** The sections' own levels, which a row is never better than. */
  readonly levels: (fleet: JudgedFleet) => readonly Level[];
  /** Whether there was anything to judge by. */
  readonly isKnown: (fleet: JudgedFleet) => boolean;
  /** Whether there is such a thing in this fleet; it is, where nothing else is said. */
  readonly isAsked?: (fleet: JudgedFleet) => boolean;
  /** Whether nothing is wrong with an old reading but its age. */
  readonly isWellButOld?: (fleet: JudgedFleet) => boolean;
};

const QUESTIONS: Readonly<Record<ChecklistCode, Question>> = {
  heartbeats: {
    fact: heartbeatFact,
    brief: heartbeatBrief,
    sources: ['process_health'],
    levels: () => [],
    isKnown: ({ in_service }) => in_service.length > 0,
  },
  ownership: {
    fact: ownershipFact,
    brief: ownershipBrief,
    sources: ['bucket_owners', 'process_health', 'rollout_locks'],
    levels: ({ bucket_coverage }) => [bucket_coverage.status],
    isKnown: ({ bucket_coverage, readings }) =>
      bucket_coverage.covered_buckets !== null && areLocksKnown(readings),
  },
  checks: {
    fact: checksFact,
    brief: checksBrief,
    sources: ['site_activity'],
    levels: () => [],
    // Without an owner that could have checked them by now there is nothing to judge.
    isKnown: ({ activity: { owners } }) => owners.some((owner) => owner.bucket_count > owner.waived_count),
  },
  drift: {
    fact: driftFact,
    brief: driftBrief,
    sources: ['projection_drift'],
    levels: ({ projection_drift }) => [projection_drift.status],
    isKnown: ({ projection_drift, activity: { section } }) =>
      projection_drift.count !== null && section.buckets_with_sites !== 0,
    isWellButOld: ({ projection_drift }) => projection_drift.count === 0,
  },
  queues: {
    fact: queueFact,
    brief: queueBrief,
    sources: ['webhook_deliveries', 'alert_deliveries'],
    levels: ({ delivery }) => [delivery.status],
    isKnown: ({ delivery }) => delivery.pending !== null,
  },
  delivery_owner: {
    fact: deliveryOwnerFact,
    brief: deliveryOwnerBrief,
    sources: ['process_health', 'webhook_deliveries', 'alert_deliveries'],
    levels: ({ delivery }) => [delivery.posture.status],
    // Nobody delivers, and that is well only when nothing is queued: not read is not nothing.
    isKnown: ({ delivery }) => delivery.posture.enabled_process_count > 0 || delivery.error === undefined,
  },
  dependencies: {
    fact: dependencyFact,
    brief: dependencyBrief,
    sources: ['process_health'],
    levels: ({ dependencies }) => dependencies.map((dependency) => dependency.status),
    // What a silent process said last proves nothing.
    isKnown: ({ in_service }) =>
      in_service.some(({ process }) => !process.stale && process.dependency_health.length > 0),
  },
  verifliers: {
    fact: verifliersFact,
    brief: verifliersBrief,
    sources: ['verifliers', 'process_health'],
    levels: ({ verifliers }) => (verifliers === null ? [] : [verifliers.status]),
    isAsked: ({ verifliers }) => verifliers !== null,
    isKnown: () => true,
  },
};

/** The questions in their fixed order. A row is as bad as the worst that concerns it, and unknown where nothing is known. */
export function answerChecklist(
  fleet: JudgedFleet,
  findings: readonly Finding[],
  causes: readonly Closed<Cause>[],
): Closed<ChecklistRow>[] {
  const placeOf = new Map(findings.map((found, place) => [found, place]));
  return CHECKLIST_CODES.filter((code) => QUESTIONS[code].isAsked?.(fleet) ?? true).map((code) => {
    const { fact, brief, sources: names, levels, isKnown, isWellButOld } = QUESTIONS[code];
    const own = findings.filter((found) => CATALOGUE[found.code].question === code);
    const refs = placesOfCauses(causes, new Set(own.map((found) => placeOf.get(found))));
    const ownCauses = refs.flatMap((ref) => causes[ref] ?? []);
    const level = worstLevel([...levels(fleet), ...own.map((found) => found.severity)]);
    const readAtMs = oldestReadMs(names.flatMap((name) => fleet.readings[name] ?? []));
    const ageSec = readAtMs === null ? 0 : (fleet.nowMs - readAtMs) / 1000;
    const muted = muteOver(own);
    const isOld = ageSec > OLDEST_READING_SEC;
    return {
      code,
      status: isOld && isWellButOld?.(fleet) ? 'unknown' : statusOf(level, isKnown(fleet) && !isOld),
      planned: own.length > 0 && own.every((found) => found.planned),
      ...(muted === undefined ? {} : { muted }),
      fact: isOld ? `${fact(fleet, own)}, as read ${durationText(ageSec)} ago` : fact(fleet, own),
      brief: `${brief(fleet, own, ownCauses)}${isOld ? ', old' : ''}`,
      since: null,
      read_at: readAtMs === null ? null : toInstant(readAtMs),
      cause_refs: refs,
    };
  });
}

function placesOfCauses(causes: readonly Closed<Cause>[], issues: ReadonlySet<number | undefined>): number[] {
  return causes.flatMap(({ issue_refs }, place) =>
    issue_refs.some((ref) => issues.has(ref)) ? [place] : [],
  );
}

/** What is wrong stays wrong, however little is known of the rest. */
function statusOf(level: Level, known: boolean): ChecklistStatus {
  return level === 'green' && !known ? 'unknown' : level;
}

/** Null when one of them was not read. */
function oldestReadMs(readings: readonly Reading<unknown>[]): number | null {
  const taken = readings.flatMap((reading) => (reading.ok ? reading.read_at_ms : []));
  return taken.length < readings.length ? null : Math.min(...taken);
}
