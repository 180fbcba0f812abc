import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { Level } from '../../../contract/level.ts';
import { byCodePoint, distinctSorted } from '../../code-point-order.ts';
import { dependencyName, entryLevel } from '../../dependencies/dependencies.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { unionRanges } from '../../ownership/bucket-ranges.ts';
import { isMonitor } from '../../processes/process-type.ts';
import type { JudgedProcess } from '../../processes/processes.ts';
import { numberText } from '../../text/count-text.ts';
import { errorText } from '../../text/error-text.ts';
import { crowdText } from '../../text/list-text.ts';
import { dependencySteps } from '../catalogue/dependency-codes.ts';
import { serviceOf } from '../steps.ts';
import { tellCrowd } from './crowd.ts';
import type { Draft, Join } from './draft.ts';
import { notWatchedText, unwatchedWithout } from './hosts/held-ranges.ts';
import type { Pool } from './pool.ts';

const MOST_FACTS = 5;
const MOST_HOSTS_NAMED = 3;

type Unwell = { readonly found: Finding; readonly judged: JudgedProcess; readonly names: readonly string[] };

/** Processes that are unwell since one and the same dependency fails: the one that explains most comes first. Many of them are told as one. */
export const joinFailingDependencies: Join = (pool, fleet) => {
  const unwell = unwellProcesses(pool, fleet);
  const said = unwell.flatMap((one) => one.names.map((name) => ({ name, one })));
  const byReports = [...groupBy(said, ({ name }) => name)].sort(
    ([a, m], [b, n]) => n.length - m.length || byCodePoint(a, b),
  );
  const drafts = byReports.flatMap(([name, reports]): Draft[] => {
    const explained = reports.map(({ one }) => one);
    const claimed = new Set(pool.claim(explained.map(({ found }) => found)));
    if (claimed.size === 0) return [];
    const there = explained.filter(({ found }) => claimed.has(found)).map(({ judged }) => judged);
    const underGreen = pool.look('dependency_red').filter(({ subject }) => subject === name);
    return [toDraft(name, there, [...claimed, ...pool.claim(underGreen)], fleet)];
  });
  return tellCrowd(drafts, { crowd: 'dependencies fail', consequence: unwatchedText });
};

function unwatchedText(ranges: readonly BucketRange[]): string {
  return ranges.length === 0 ? '' : `; ${notWatchedText(ranges)}`;
}

function unwellProcesses(pool: Pool, { processes }: JudgedFleet): Unwell[] {
  const unwell = [...pool.look('process_red'), ...pool.look('process_amber')];
  if (unwell.length === 0) return [];
  const byId = new Map(processes.map((judged) => [judged.process.process_id, judged]));
  return unwell.flatMap((found) => {
    const judged = byId.get(found.subject);
    return judged === undefined ? [] : [{ found, judged, names: failingNames(judged, found.severity) }];
  });
}

/** What a process depends on and reports to be as bad as it is itself, or worse. */
function failingNames({ process }: JudgedProcess, severity: Level): string[] {
  const failing = process.dependency_health.filter((entry) => {
    const level = entryLevel(entry);
    return level === 'red' || level === severity;
  });
  return distinctSorted(failing.map(dependencyName));
}

function toDraft(
  name: string,
  there: readonly JudgedProcess[],
  findings: readonly Finding[],
  fleet: JudgedFleet,
): Draft {
  const hosts = distinctSorted(there.map(({ process }) => process.host_id));
  const where = hosts.length > MOST_HOSTS_NAMED ? `${numberText(hosts.length)} hosts` : crowdText(hosts);
  const names = hosts.length > MOST_HOSTS_NAMED ? ` (${crowdText(hosts)})` : '';
  const error = fleet.dependencies.find((dependency) => dependency.name === name)?.last_error;
  return {
    code: 'dependency_failing',
    kind: 'dependency',
    ids: [name],
    title: `${name} fails on ${where}`,
    headline: `${name} fails on ${where}${names}${error === undefined ? '' : `: ${errorText(error)}`}`,
    facts: there
      .slice(0, MOST_FACTS)
      .map(({ process }) => `${process.process_id} reports ${process.health_status}`),
    findings,
    ranges: unwatchedBy(there, fleet),
    about: { hosts, service: serviceOf(there) },
    steps: dependencySteps,
  };
}

/** Only a red monitor may have stopped to watch. */
export function unwatchedBy(processes: readonly JudgedProcess[], fleet: JudgedFleet): Draft['ranges'] {
  const red = processes.filter(({ condition, process }) => condition === 'red' && isMonitor(process));
  const hosts = distinctSorted(red.map(({ process }) => process.host_id));
  return unionRanges(hosts.flatMap((host) => unwatchedWithout(fleet, host)));
}
