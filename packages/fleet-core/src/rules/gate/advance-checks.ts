import type { DecisionCode } from '../../contract/decision.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { GateCheck, GateQuestion } from '../../contract/gate.ts';
import type { Issue } from '../../contract/issue.ts';
import { LEVELS, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { fromInstant } from '../../domain/instant.ts';
import { OLDEST_READING_SEC } from '../../domain/reading.ts';
import { durationText } from '../text/duration-text.ts';
import { listText } from '../text/list-text.ts';
import { decideCheck, fails, passes } from './gate-check.ts';
import { issueMessages } from './issue-messages.ts';

type Snapshot = Closed<FleetSnapshot>;

/** The decision, as far as `max` and without what is ignored; and that there was something to judge by, all of it read, which cannot be ignored. */
export function advanceChecks(
  snapshot: Snapshot,
  question: Pick<Closed<GateQuestion>, 'max' | 'ignore'>,
): Closed<GateCheck>[] {
  return [decisionCheck(snapshot, question), readingsCheck(snapshot)];
}

const SAFE: readonly DecisionCode[] = ['advance', 'advance_as_planned'];

function decisionCheck(
  snapshot: Snapshot,
  { max, ignore }: Pick<Closed<GateQuestion>, 'max' | 'ignore'>,
): Closed<GateCheck> {
  const { decision } = snapshot;
  if (SAFE.includes(decision.code)) return passes('decision', decision.headline);
  const unplanned = unplannedIssues(snapshot);
  const counted = unplanned.filter(({ code }) => !ignore.includes(code));
  const worst = worstLevel(counted.map(({ severity }) => severity));
  const isWithin = LEVELS.indexOf(worst) <= LEVELS.indexOf(max);
  const fact = [
    decision.headline,
    ...ignoredText(unplanned, counted),
    ...(isWithin ? [`${worst} is let pass`] : []),
  ];
  return isWithin ? passes('decision', fact.join('; ')) : fails('decision', fact.join('; '));
}

/** What the decision counts: neither planned nor muted. */
function unplannedIssues({ causes, summary: { issue_details } }: Snapshot): Closed<Issue>[] {
  return causes
    .filter(({ planned }) => !planned)
    .flatMap(({ issue_refs }) => issue_refs.flatMap((ref) => issue_details[ref] ?? []))
    .filter(({ muted }) => muted === undefined);
}

function ignoredText(unplanned: readonly Closed<Issue>[], counted: readonly Closed<Issue>[]): string[] {
  const ignored = new Set(unplanned.filter((issue) => !counted.includes(issue)).map(({ code }) => code));
  if (ignored.size === 0) return [];
  const [first] = counted;
  const others = first === undefined ? 'nothing else counts' : `what counts: ${first.message}`;
  return [`without ${listText([...ignored])} ${others}`];
}

function readingsCheck(snapshot: Snapshot): Closed<GateCheck> {
  const { sources, generated_at, bucket_coverage } = snapshot;
  const unread = sources.filter(({ ok }) => !ok).map(({ name }) => name);
  const old = sources.flatMap(({ name, read_at }) => {
    const ageSec = read_at === null ? 0 : (fromInstant(generated_at) - fromInstant(read_at)) / 1000;
    return ageSec > OLDEST_READING_SEC ? [`${name} was read ${durationText(ageSec)} ago`] : [];
  });
  const { bucket_total } = bucket_coverage;
  return decideCheck('readings', {
    wrong: [],
    notKnown: [
      ...(unread.length > 0 ? [`could not be read: ${unread.join(', ')}`] : []),
      ...old,
      ...issueMessages(snapshot, [
        'process_row_unreadable',
        'bucket_owner_row_unreadable',
        'dependency_health_unreadable',
        'no_process_snapshots',
        'no_monitor_processes',
      ]),
      ...(bucket_total > 0 ? [] : [`BUCKET_TOTAL is ${bucket_total}, so buckets could not be looked at`]),
    ],
    well: 'all was read',
  });
}
