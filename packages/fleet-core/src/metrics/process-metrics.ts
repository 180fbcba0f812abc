import { SAMPLED_CONDITIONS } from '../contract/answers/samples.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { LEVELS } from '../contract/level.ts';
import type { Closed } from '../contract/scalars.ts';
import { sampledCondition } from '../rules/processes/sampled-condition.ts';
import { gauge, gauges } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';

/** The types of Jetmon; the word is the process's own, so that any other is counted as one. */
const TYPES = ['monitor', 'deliverer', 'other'] as const;
const CONDITIONS = SAMPLED_CONDITIONS.filter((condition) => condition !== 'vanished');

/** Processes and what they report of their dependencies, counted: none of them has a label of its own. */
export function processMetrics(snapshot: Closed<FleetSnapshot>): MetricFamily[] {
  const { processes, dependencies, summary } = snapshot;
  const counts = new Map<string, number>();
  for (const process of processes) {
    if (process.retired === true) continue;
    const key = `${typeOf(process.process_type)} ${sampledCondition(process)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ofCode = (code: string) => summary.issue_details.filter((issue) => issue.code === code).length;
  return [
    gauges(
      'fleet_processes',
      'Processes by type and condition, each once, as the first that it is of stale, stopped, red, amber (or of a health that is no such word), green; without retired ones.',
      TYPES.flatMap((type) =>
        CONDITIONS.map((condition) => ({
          labels: { type, condition },
          value: counts.get(`${type} ${condition}`) ?? 0,
        })),
      ),
    ),
    gauge(
      'fleet_processes_vanished',
      'Processes whose rows are gone without a word.',
      ofCode('process_vanished'),
    ),
    gauge(
      'fleet_processes_retired',
      'Processes that the plan retires and that work no more.',
      processes.filter(({ retired }) => retired === true).length,
    ),
    gauge(
      'fleet_process_rows_unreadable',
      'Rows of processes that could not be read: these are in no other count.',
      ofCode('process_row_unreadable'),
    ),
    gauges(
      'fleet_dependencies',
      'Dependencies by level, each over all processes that report it.',
      LEVELS.map((level) => ({
        labels: { level },
        value: dependencies.filter(({ status }) => status === level).length,
      })),
    ),
  ];
}

function typeOf(type: string): (typeof TYPES)[number] {
  return TYPES.find((known) => known === type) ?? 'other';
}
