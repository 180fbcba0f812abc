import type { Level } from '../../../contract/level.ts';
import { byCodePoint, distinctSorted } from '../../code-point-order.ts';
import { dependencyName, entryLevel } from '../../dependencies/dependencies.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { unionRanges } from '../../ownership/union-ranges.ts';
import type { JudgedProcess } from '../../processes/processes.ts';
import { countText } from '../../text/count-text.ts';
import { crowdText } from '../../text/list-text.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Draft, Join } from './draft.ts';
import { heldRanges } from './held-ranges.ts';
import { has } from './pool.ts';

const MOST_FACTS = 5;

/** Processes that are unwell since one and the same dependency fails: the one that explains most comes first. */
export const joinFailingDependencies: Join = (pool, fleet, sql) => {
  const unwell = pool.look(has('process_red', 'process_amber')).flatMap((found) => withFailing(found, fleet));
  const reports = new Map<string, number>();
  for (const name of unwell.flatMap(({ names }) => names)) reports.set(name, (reports.get(name) ?? 0) + 1);
  const byReports = [...reports].sort(([a, m], [b, n]) => n - m || byCodePoint(a, b)).map(([name]) => name);
  return byReports.flatMap((name): Draft[] => {
    const explained = unwell.filter(({ names }) => names.includes(name));
    const findings = [
      ...pool.take((found) => explained.some((each) => each.found === found)),
      ...pool.take((found) => has('dependency_red')(found) && found.subject === name),
    ];
    if (findings.length === 0) return [];
    const there = explained.filter(({ found }) => findings.includes(found)).map(({ judged }) => judged);
    return [
      toDraft(
        name,
        there,
        findings,
        fleet,
        CATALOGUE.process_red.steps({ hosts: hostsOf(there), buckets: '' }, sql),
      ),
    ];
  });
};

type Unwell = { readonly found: Finding; readonly judged: JudgedProcess; readonly names: readonly string[] };

function withFailing(found: Finding, { processes }: JudgedFleet): Unwell[] {
  const judged = processes.find(({ process }) => process.process_id === found.subject);
  if (judged === undefined) return [];
  return [{ found, judged, names: failingNames(judged, found.severity) }];
}

/** What a process depends on and reports to be as bad as it is itself, or worse. */
function failingNames({ process }: JudgedProcess, severity: Level): string[] {
  const failing = process.dependency_health.filter((entry) => {
    const level = entryLevel(entry);
    return level === 'red' || level === severity;
  });
  return distinctSorted(failing.map(dependencyName));
}

function hostsOf(processes: readonly JudgedProcess[]): string[] {
  return distinctSorted(processes.map(({ process }) => process.host_id));
}

function toDraft(
  name: string,
  there: readonly JudgedProcess[],
  findings: readonly Finding[],
  fleet: JudgedFleet,
  steps: Draft['steps'],
): Draft {
  const hosts = hostsOf(there);
  const error = errorsOf(name, there).at(-1);
  const where =
    hosts.length > 3 ? `${countText(hosts.length, 'host')} (${crowdText(hosts)})` : crowdText(hosts);
  return {
    code: 'dependency_failing',
    kind: 'dependency',
    ids: [name],
    title: `${name} fails on ${where}`,
    headline: `${name} fails on ${where}${error === undefined ? '' : `: ${error}`}`,
    facts: there
      .slice(0, MOST_FACTS)
      .map(({ process }) => `${process.process_id} reports ${process.health_status}`),
    findings,
    ranges: unionRanges(hosts.flatMap((host) => (monitors(there, host) ? heldRanges(fleet, host) : []))),
    steps,
  };
}

function monitors(there: readonly JudgedProcess[], host: string): boolean {
  return there.some(({ process }) => process.host_id === host && process.process_type === 'monitor');
}

function errorsOf(name: string, there: readonly JudgedProcess[]): string[] {
  return there
    .flatMap(({ process }) => process.dependency_health)
    .filter((entry) => dependencyName(entry) === name && entryLevel(entry) !== 'green')
    .flatMap(({ last_error }) => (last_error === undefined || last_error === '' ? [] : [last_error]));
}
