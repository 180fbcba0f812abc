import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { IssueCode } from '../../../contract/issue.ts';
import type { SubjectKind } from '../../../contract/subject.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { hostOf, type JudgedFleet } from '../../judged-fleet.ts';
import { rangesOf } from '../../locks/lock-report.ts';
import { bucketsIn, unionRanges } from '../../ownership/bucket-ranges.ts';
import { rangesText } from '../../text/bucket-range-text.ts';
import { countText } from '../../text/count-text.ts';
import { sentence } from '../../text/sentence.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { serviceOf } from '../steps.ts';
import { type Crowd, tellCrowd } from './crowd.ts';
import type { Draft, Join } from './draft.ts';
import { unwatchedBy } from './failing-dependencies.ts';

/** What no other origin explains stands for itself; many with the same trouble stand together. */
export const joinRest: Join = (pool, fleet) => {
  const byCode = groupBy(pool.empty(), ({ code }) => code);
  return [...byCode].flatMap(([code, findings]) =>
    tellCrowd(
      findings.map((found) => alone(found, fleet)),
      crowdOf(code),
    ),
  );
};

function alone(found: Finding, fleet: JudgedFleet): Draft {
  const { subject: kind, steps } = CATALOGUE[found.code];
  const there = found.hosts.flatMap((host) => hostOf(fleet, host).processes);
  const concerned = there.filter(({ process }) => process.process_id === found.subject);
  const ranges = found.code === 'process_red' ? unwatchedBy(concerned, fleet) : unionRanges(found.ranges);
  // Only the whole of a lock can be given back.
  const held = rangesOf(found.hosts.flatMap((host) => hostOf(fleet, host).locks));
  return {
    code: found.code,
    kind,
    ids: idsOf(found, kind, fleet),
    title: found.title,
    headline: headlineOf(found, ranges),
    facts: [found.message],
    findings: [found],
    ranges,
    about: {
      hosts: found.hosts,
      service: serviceOf(concerned),
      driftRule: fleet.projection_drift.rule,
      ranges: held.length > 0 ? held : unionRanges(found.ranges),
    },
    steps,
  };
}

function idsOf(
  { subject, hosts, ranges }: Finding,
  kind: SubjectKind,
  fleet: JudgedFleet,
): readonly string[] {
  if (subject !== '') return [subject];
  if (kind === 'host') return hosts;
  if (kind === 'buckets') return unionRanges(ranges).map((range) => rangesText([range]));
  return kind === 'queue' ? troubledQueues(fleet) : [];
}

function troubledQueues({ queues }: JudgedFleet): string[] {
  return queues.flatMap(({ table: { kind, error, failed_since, abandoned_since } }) =>
    error !== undefined || (failed_since ?? 0) + (abandoned_since ?? 0) > 0 ? [kind] : [],
  );
}

/** A finding that has no more to say than its title is told with its buckets. */
function headlineOf({ title, headline, hosts, subject }: Finding, ranges: readonly BucketRange[]): string {
  const told = sentence(headline, [...hosts, subject]);
  return headline === title ? `${told}${concernedText(ranges)}` : told;
}

function concernedText(ranges: readonly BucketRange[]): string {
  return ranges.length === 0 ? '' : `; ${countText(bucketsIn(ranges), 'bucket')} concerned`;
}

/** One origin is likely even for two: the same service on the other side. */
const MOST_CIRCUITS_APART = 1;

function crowdOf(code: IssueCode): Crowd {
  const entry = CATALOGUE[code];
  return {
    crowd: 'crowd' in entry ? entry.crowd : '',
    consequence: concernedText,
    ...(code === 'wpcom_circuit_open' ? { mostApart: MOST_CIRCUITS_APART } : {}),
  };
}
