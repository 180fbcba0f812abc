import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { levelOf } from '../../contract/level.ts';
import { fromInstant } from '../../domain/instant.ts';
import { OLDEST_READING_SEC } from '../../domain/reading.ts';
import { issueMessages } from '../gate/issue-messages.ts';
import { NOT_KNOWN_CODES, readingsCheck } from '../gate/readings-check.ts';
import { CATALOGUE } from '../verdict/catalogue/catalogue.ts';
import type { CheckOptions } from './check-options.ts';
import type { CountedIssue } from './counted-issues.ts';
import { decisionLevel } from './decision-level.ts';

/** What would have to be known for the fleet to be called well, and is not. */
export function notKnown(
  snapshot: FleetSnapshot,
  { only }: Pick<CheckOptions, 'only'>,
  counted: readonly CountedIssue[],
): string[] {
  const { decision } = snapshot;
  return [
    ...(only.length === 0
      ? unreadParts(snapshot)
      : only.flatMap((question) => unanswered(snapshot, question))),
    ...counted
      .filter(({ issue }) => levelOf(issue.severity) === undefined)
      .map(({ issue }) => `how bad "${issue.severity}" is: ${issue.message}`),
    ...(decisionLevel(decision.code) === null ? [`what the decision "${decision.code}" means`] : []),
  ];
}

function unreadParts(snapshot: FleetSnapshot): string[] {
  const { ok, fact } = readingsCheck(snapshot);
  return ok === true ? [] : [fact];
}

/** Why a question of the checklist has no answer that counts. */
function unanswered(snapshot: FleetSnapshot, question: CheckOptions['only'][number]): string[] {
  const row = snapshot.checklist.find(({ code }) => code === question);
  if (row === undefined) return [`${question}: it is not asked of this fleet`];
  const codes = NOT_KNOWN_CODES.filter((code) => CATALOGUE[code].question === question);
  const isOld =
    row.read_at !== null &&
    fromInstant(snapshot.generated_at) - fromInstant(row.read_at) > OLDEST_READING_SEC * 1000;
  const isUnread = row.status === 'unknown' || row.read_at === null || isOld;
  return [...(isUnread ? [`${question}: ${row.fact}`] : []), ...issueMessages(snapshot, codes)];
}
