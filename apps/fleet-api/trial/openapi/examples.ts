import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { NOTHING_KNOWN } from 'fleet-core/kept/known';
import { judgeDriftDetail } from 'fleet-core/rules/drift/drift-detail';
import { judgeGate } from 'fleet-core/rules/gate/gate';
import { NOTHING_WATCHED, watchSnapshot } from 'fleet-core/rules/history/history';
import { sampleSnapshot } from 'fleet-core/rules/history/samples';
import { tellHistory } from 'fleet-core/rules/history/tell-history';
import { codeMeanings } from 'fleet-core/rules/verdict/code-meanings';
import { inShort } from 'fleet-core/rules/verdict/in-short';
import { judge } from 'fleet-core/testing/judge';
import { makeContext } from 'fleet-core/testing/make/make-context';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { readingsOfState } from 'fleet-core/testing/states/readings-of-state';
import { staleHost } from 'fleet-lab/scenarios/processes/stale-host';
import * as z from 'zod';
import { problem } from '../../src/http/answers/problem.ts';
import { readyChecks } from '../../src/http/health/ready-checks.ts';
import { tellReadiness } from '../../src/http/health/ready-handler.ts';
import { readReadyQuery } from '../../src/http/health/ready-query.ts';

const LONGEST_PAUSE_MS = 90_000;
const REQUEST_ID = '7b0f6d52-6f0e-4f5e-8f0c-3a1d0f2f9c11';

const state = staleHost.build();
const snapshot = judge(readingsOfState(state, NOW_MS), { bucket_total: state.bucket_total });

function readiness(query: string, failed: boolean): string {
  const watched = () => ({ state: failed ? 'failed' : 'good' }) as const;
  const grounds = {
    settingsAreFaulty: () => false,
    watched,
    sinceReadMs: () => 0,
    longestPauseMs: 1,
    isWatching: true,
    hasPage: true,
  };
  return tellReadiness(readyChecks(grounds), readReadyQuery(`/readyz${query}`)).text;
}

function badQuery(): string {
  try {
    readReadyQuery('/readyz?exclude=disk');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

/** One site of bucket 7 that is down in the table, and of which no event is open. */
const drifting = { bucket: 7, site_status: 2, expected_status: 1, open_events: 'none' } as const;
const sample = {
  rule: 'pairs',
  groups: [{ ...drifting, site_count: 1, count: 1 }],
  sites: [{ ...drifting, site_id: '7001', blog_id: '7001' }],
} as const;

const history = tellHistory(
  watchSnapshot(NOTHING_WATCHED, snapshot, NOW_MS, LONGEST_PAUSE_MS),
  sampleSnapshot(NOTHING_KNOWN.samples, snapshot, NOW_MS),
  null,
  NOW_MS,
  LONGEST_PAUSE_MS,
);
const unread = problem(503, REQUEST_ID, 'The fleet could not be read in time.');

/** What the API answers of a state of the lab: the product's own rules and texts, as they come over the wire. */
export const EXAMPLES = {
  FleetSnapshot: asSent(snapshot),
  FleetSummary: asSent(inShort(snapshot)),
  Gate: asSent(judgeGate(snapshot, { for: 'advance', host: null, buckets: null, max: 'green', ignore: [] })),
  FleetHistory: asSent(history),
  DriftDetail: asSent(judgeDriftDetail({ sample, read_at_ms: NOW_MS }, state.bucket_total)),
  CodeCatalogue: asSent({
    schema_version: SCHEMA_VERSION,
    codes: codeMeanings(makeContext().operator_sql),
  }),
  Problem: asSent(unread),
  FleetProblem: asSent({ ...unread, last_snapshot: null, last_snapshot_age_sec: null }),
  badQuery: asSent(problem(400, REQUEST_ID, badQuery())),
  ready: readiness('', false),
  notReady: readiness('?verbose', true),
};
export type ExampleName = keyof typeof EXAMPLES;

function asSent(answer: unknown): z.core.util.JSONType {
  return z.json().parse(JSON.parse(JSON.stringify(answer)));
}
