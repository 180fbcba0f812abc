import { fleetMetrics } from 'fleet-core/metrics/fleet-metrics';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { describe, expect, it } from 'vitest';
import { createTallies } from '../../../apps/fleet-api/src/tallies/tallies.ts';
import { DOCS } from '../docs.ts';
import { readText } from '../pages.ts';

const LOOKS_LIKE_ONE = /\bfleet_[a-z_]*[a-z]\b/g;
/** Names of the lab's databases and of files, no metrics. */
const OTHERS = ['fleet_lab'];

const snapshot = makeSnapshot();
const families = [
  ...fleetMetrics({ snapshot, ageSec: 1, served_by: snapshot.served_by }),
  ...createTallies(() => ({ wrong: 0, paused: 0 })).families(),
];
const names = families.map(({ name }) => name).sort();

/** The metrics that a text names, each once. */
function namedIn(text: string): string[] {
  const named = [...new Set(text.match(LOOKS_LIKE_ONE))].sort();
  return named.filter((name) => !OTHERS.includes(name));
}

it('every metric has a name of its own, and a row in the docs', () => {
  expect(new Set(names).size).toBe(names.length);
  const tables = DOCS.get('docs/monitoring/README.md')?.tables ?? [];
  const cells = tables.flatMap(({ rows }) => rows.map(([first = '']) => first));
  expect(namedIn(cells.join(' '))).toEqual(names);
});

describe.each([
  ...DOCS.keys(),
  ...['alerts.yaml', 'alerts.test.yaml', 'grafana-dashboard.json'].map((name) => `docs/monitoring/${name}`),
])('%s', (path) => {
  it('speaks of no metric that is none', () => {
    expect(namedIn(readText(path)).filter((name) => !names.includes(name))).toEqual([]);
  });
});
