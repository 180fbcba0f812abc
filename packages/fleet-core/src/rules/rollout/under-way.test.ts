import { expect, it } from 'vitest';
import type { RolloutHost } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { isUnderWay } from './under-way.ts';

type Told = Parameters<typeof isUnderWay>[0];

const host = (host_id: string, overrides: Partial<Closed<RolloutHost>> = {}): Closed<RolloutHost> => ({
  host_id,
  phase: 'dynamic',
  range: { min: 0, max: 499 },
  buckets: 500,
  version: '2.9.0',
  since: null,
  ...overrides,
});

/** Two dynamic hosts of one version, without a plan. */
const fleet = (overrides: Partial<Told> = {}): Told => ({
  stage: 'dynamic',
  planned_stage: null,
  hosts: [host('a'), host('b')],
  sessions: [],
  next: null,
  ...overrides,
});

const withB = (overrides: Partial<Closed<RolloutHost>>) =>
  fleet({ hosts: [host('a'), host('b', overrides)] });
const range = { min: 500, max: 999 };
const next = { host_id: 'c', range, buckets: 500 };
const session = { run_id: '7', host_id: 'b', range, change_ref: '', operator: '', created_at: null };

it.each<[string, Told]>([
  ['every monitor is dynamic and of one version', fleet()],
  ['it is as far as is planned', fleet({ planned_stage: 'dynamic' })],
  ['a dynamic host is silent, whatever it ran', withB({ phase: 'unknown', version: '2.8.0' })],
  ['a dynamic host has stopped', withB({ phase: 'stopped', version: '2.8.0' })],
  ['a host holds the planned range', withB({ planned: { range, same: true } })],
  ['whether a host holds the planned range is not known', withB({ planned: { range, same: null } })],
  ['every lock is held, and no range is left', fleet({ stage: 'api_controlled' })],
])('nothing is being rolled out where %s', (_, told) => {
  expect(isUnderWay(told)).toBe(false);
});

it.each<[string, Told]>([
  ['ranges are pinned, as planned or not', fleet({ stage: 'pinned', planned_stage: 'pinned' })],
  ['some are pinned and some dynamic', fleet({ stage: 'mixed' })],
  ['two versions run', withB({ version: '3.0.0' })],
  ['one does not say its version', withB({ version: null })],
  ['another stage is planned', fleet({ planned_stage: 'pinned' })],
  ['a host stands by', withB({ phase: 'standby' })],
  ['a planned host is not there yet', withB({ phase: 'v1_or_absent', planned: { range, same: null } })],
  ['a host holds another range than planned', withB({ planned: { range, same: false } })],
  ['a rollout is open in Jetmon’s API', fleet({ sessions: [{ ...session, last_job: null }] })],
  ['a range is left to activate', fleet({ stage: 'api_controlled', next })],
])('something is being rolled out where %s', (_, told) => {
  expect(isUnderWay(told)).toBe(true);
});

it('it is not known where nobody says how buckets are owned', () => {
  expect(isUnderWay(fleet({ stage: 'unknown' }))).toBe(null);
});
