import { CHECKLIST_STATUSES } from '../contract/checklist.ts';
import { DECISION_CODES } from '../contract/decision.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Issue } from '../contract/issue.ts';
import { LEVELS } from '../contract/level.ts';
import type { Closed } from '../contract/scalars.ts';
import { mayAdvance } from '../rules/gate/may-advance.ts';
import { groupBy } from '../rules/group-by.ts';
import { gauge, gauges, stateSet } from './gauges.ts';
import type { MetricFamily, MetricSample } from './metric-family.ts';

const UNWELL = LEVELS.filter((level) => level !== 'green');

/** Decision, status, checklist, causes and issues. */
export function verdictMetrics(snapshot: Closed<FleetSnapshot>): MetricFamily[] {
  const { decision, summary, checklist, causes } = snapshot;
  return [
    {
      name: 'fleet_decision',
      help: '1 for the decision that holds, 0 for the others. It counts every issue that is neither planned nor muted.',
      kind: 'gauge',
      samples: stateSet('decision', DECISION_CODES, decision.code),
    },
    {
      name: 'fleet_status',
      help: '1 for the status as the original dashboard has it, 0 for the others. For a decision see fleet_decision.',
      kind: 'gauge',
      samples: stateSet('status', LEVELS, summary.status),
    },
    {
      name: 'fleet_section_status',
      help: '1 for the answer to each question of the checklist, 0 for the others; unknown is one of them.',
      kind: 'gauge',
      samples: checklist.flatMap(({ code, status }) =>
        stateSet('status', CHECKLIST_STATUSES, status, { section: code }),
      ),
    },
    gauges(
      'fleet_causes',
      'Causes by severity, planned and muted ones too: what is wrong, each once.',
      UNWELL.map((severity) => ({
        labels: { severity },
        value: causes.filter((cause) => cause.severity === severity).length,
      })),
    ),
    {
      name: 'fleet_issues',
      help: 'Issues by code and severity that are not muted; a code that has none is left out.',
      kind: 'gauge',
      samples: countIssues(summary.issue_details.filter(({ muted }) => muted === undefined)),
    },
    {
      name: 'fleet_issues_muted',
      help: 'Issues by code and severity that the plan mutes; a code that has none is left out.',
      kind: 'gauge',
      samples: countIssues(summary.issue_details.filter(({ muted }) => muted !== undefined)),
    },
    gauge(
      'fleet_may_advance',
      '1 where the gate lets the fleet advance, with nothing ignored.',
      mayAdvance(snapshot) ? 1 : 0,
    ),
  ];
}

function countIssues(issues: readonly Closed<Issue>[]): MetricSample[] {
  const groups = groupBy(issues, ({ code, severity }) => `${code} ${severity}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ code, severity }) => ({ labels: { code, severity }, value: group.length })),
  );
}
