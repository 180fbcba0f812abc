import type { GateCheck } from '../../contract/answers/gate.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { IssueCode } from '../../contract/issue.ts';
import type { Closed } from '../../contract/scalars.ts';
import { fromInstant } from '../../domain/instant.ts';
import { OLDEST_READING_SEC } from '../../domain/reading.ts';
import { durationText } from '../text/duration-text.ts';
import { decideCheck } from './gate-check.ts';
import { issueMessages } from './issue-messages.ts';

/** Issues that say no more than that something is not known. */
export const NOT_KNOWN_CODES = [
  'process_row_unreadable',
  'bucket_owner_row_unreadable',
  'dependency_health_unreadable',
  'no_process_snapshots',
  'no_monitor_processes',
] as const satisfies readonly IssueCode[];

type Snapshot = Pick<FleetSnapshot, 'sources' | 'generated_at' | 'bucket_coverage' | 'summary'>;

/** Whether there was something to judge by: all of it read, lately, all rows readable, and a monitor that has reported. */
export function readingsCheck(snapshot: Snapshot): Closed<GateCheck> {
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
      ...issueMessages(snapshot, NOT_KNOWN_CODES),
      ...(bucket_total > 0 ? [] : [`BUCKET_TOTAL is ${bucket_total}, so buckets could not be looked at`]),
    ],
    well: 'all was read',
  });
}
