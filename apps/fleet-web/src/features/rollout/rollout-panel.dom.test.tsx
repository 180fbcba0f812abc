import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Rollout, RolloutHost } from 'fleet-core/contract/rollout';
import { afterEach, expect, it } from 'vitest';
import { changeQuery } from '../../location/page-query.ts';
import { HEALTHY_SNAPSHOT } from '../../testing/healthy-snapshot.ts';
import RolloutPanel from './rollout-panel.tsx';

afterEach(() => {
  cleanup();
  changeQuery({ filter: null });
  window.location.hash = '';
});

const COUNTS = { v1_or_absent: 0, standby: 0, active: 0, pinned: 0, dynamic: 0, stopped: 0, unknown: 0 };

const host = (host_id: string, overrides: Partial<RolloutHost> = {}): RolloutHost => ({
  host_id,
  phase: 'dynamic',
  range: { min: 0, max: 165 },
  buckets: 166,
  version: '2.9.0',
  since: null,
  ...overrides,
});

function show(overrides: Partial<Rollout>): void {
  const { rollout } = HEALTHY_SNAPSHOT;
  if (rollout === null) throw new Error('every snapshot that is built has a rollout');
  render(<RolloutPanel rollout={{ ...rollout, under_way: true, ...overrides }} />);
}

const advanceText = () => screen.getByText(/Advancing means/).textContent;
const stop = (name: RegExp) => screen.getByRole('link', { name });

it('says what the next step is', () => {
  show({ advance: 'unpin jetmon-d (500-665): 3 of 6 are dynamic' });
  expect(advanceText()).toBe('Advancing means: unpin jetmon-d (500-665): 3 of 6 are dynamic');
});

it('says why the next step is not known', () => {
  show({ progress: null, advance: null, unknown_because: 'jetmon-b is silent' });
  expect(advanceText()).toBe('Advancing means: not known, because jetmon-b is silent');
});

it('shows each host with its phase, range and version, and which one is next', () => {
  const next = host('b', { phase: 'pinned', range: { min: 166, max: 332 }, version: null });
  show({ hosts: [host('a'), next], next: { host_id: 'b', range: next.range, buckets: 167 } });
  expect(stop(/dynamic a 0–165 · 2\.9\.0/).getAttribute('aria-current')).toBe(null);
  expect(stop(/pinned next b 166–332 · no version/).getAttribute('aria-current')).toBe('step');
});

it('shows what is planned where it is not what is there', () => {
  const planned = { min: 0, max: 199 };
  show({
    hosts: [
      host('a', { planned: { range: planned, same: false } }),
      host('b', { planned: { range: { min: 0, max: 165 }, same: true } }),
      host('c', {
        phase: 'v1_or_absent',
        range: null,
        version: null,
        planned: { range: planned, same: null },
      }),
    ],
  });
  expect(stop(/ a /).textContent).toContain('▲ planned 0–199');
  expect(stop(/ b /).textContent).not.toContain('planned');
  expect(stop(/v1 or absent c/).textContent).toContain('—');
  expect(stop(/v1 or absent c/).textContent).toContain('planned 0–199');
});

it('a host that holds nothing is told from one of which that is not known', () => {
  show({ hosts: [host('a', { range: null, buckets: 0 }), host('b', { range: null, buckets: null })] });
  expect(stop(/ a /).textContent).toContain('no buckets');
  expect(stop(/ b /).textContent).toContain('—');
});

it('a host whose phase is not known stands there as such', () => {
  show({ hosts: [host('a', { phase: 'unknown' })] });
  expect(stop(/not known a/)).toBeDefined();
});

it('a click filters the processes by the host', () => {
  show({ hosts: [host('jetmon-d')] });
  fireEvent.click(stop(/jetmon-d/));
  expect(new URLSearchParams(window.location.search).get('filter')).toBe('host:=jetmon-d');
});

it('many hosts that are alike are one stop, which opens', () => {
  show({ hosts: Array.from({ length: 40 }, (_, place) => host(`jetmon-${place}`)) });
  const group = screen.getByRole('button', { name: /40 hosts/ });
  fireEvent.click(group);
  expect(within(screen.getByRole('list', { name: 'dynamic, 2.9.0' })).getAllByRole('link')).toHaveLength(40);
});

it('is one line where nothing is being rolled out', () => {
  show({ under_way: false, progress: '6 of 6 monitors dynamic', hosts: [host('a')] });
  expect(screen.getByText('Nothing is being rolled out · 6 of 6 monitors dynamic')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Rollout' }).getAttribute('aria-expanded')).toBe('false');
});

it('says in the one line how far it is also where the next step is not known', () => {
  const counts = { ...COUNTS, dynamic: 5, unknown: 1 };
  show({ under_way: false, stage: 'dynamic', planned_stage: null, progress: null, counts });
  expect(screen.getByText('Nothing is being rolled out · dynamic: 5 dynamic, 1 not known')).toBeDefined();
});

it('a stage that is not known is no stage', () => {
  show({ under_way: null, stage: 'unknown', planned_stage: null, progress: null, counts: COUNTS, hosts: [] });
  expect(screen.getByText('stage not known')).toBeDefined();
});

it('is shown where it is not known whether anything is', () => {
  show({ under_way: null, hosts: [host('a')] });
  expect(stop(/dynamic a/)).toBeDefined();
});

it('says how many hosts are where, and which stage is planned if it is another', () => {
  show({
    stage: 'mixed',
    planned_stage: 'pinned',
    counts: { ...COUNTS, pinned: 3, dynamic: 2 },
    progress: 'p',
  });
  expect(screen.getByText('p · mixed, but planned pinned: 3 pinned, 2 dynamic')).toBeDefined();
});

it('how many monitors are active and stand by is told, and what an open rollout said last', () => {
  const session = {
    run_id: 'rol_c',
    host_id: 'c',
    range: { min: 500, max: 599 },
    change_ref: 'CHG-7',
    operator: 'anna',
    created_at: null,
    last_job: { operation: 'seed', status: 'failed', message: 'deadlock found', at: null },
  };
  const counts = { ...COUNTS, standby: 1, active: 2 };
  show({ stage: 'api_controlled', planned_stage: null, counts, sessions: [session], progress: 'p' });
  expect(screen.getByText('p · API-controlled: 2 active, 1 in standby')).toBeDefined();
  expect(screen.getByText(/^Open rollout/).textContent).toBe(
    'Open rollout rol_c: 500–599 for c (CHG-7, anna), seed failed: deadlock found',
  );
});
