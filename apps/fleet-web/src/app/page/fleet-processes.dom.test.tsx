import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setPaused } from '../../api/polling/polling.ts';
import { changeQuery } from '../../location/page-query.ts';
import { answerWith } from '../../testing/answer-with.ts';
import { makeProcess } from '../../testing/make-process.ts';
import { renderFleet } from '../../testing/render-fleet.tsx';
import { snapshotWith } from '../../testing/snapshot-with.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  setPaused(false);
  changeQuery({ filter: null, p: null, healthy: null });
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const press = (key: string) => act(() => window.dispatchEvent(new KeyboardEvent('keydown', { key })));
const panel = () => within(screen.getByRole('region', { name: 'Processes' }));

/** A fleet of so many healthy monitors and one in trouble, ahead of them. */
function fleetOf(count: number) {
  const names = Array.from({ length: count - 1 }, (_, index) => `host-${index}`);
  const processes = [
    makeProcess({ host_id: 'odd', health_status: 'red' }),
    ...names.map((host_id) => makeProcess({ host_id })),
  ];
  return snapshotWith({ processes });
}

async function show(count: number) {
  const fetch = answerWith(200, fleetOf(count));
  renderFleet('processes');
  await pass(0.1);
  return fetch;
}

it.each([12, 60])('shows all of %i processes that are not folded', async (count) => {
  changeQuery({ healthy: '1' });
  await show(count);
  expect(document.querySelectorAll('.processes tr[data-process]')).toHaveLength(count);
});

it.each([301, 1000])('draws at most sixty rows of %i processes', async (count) => {
  changeQuery({ healthy: '1' });
  await show(count);
  const drawn = document.querySelectorAll('.processes tr[data-process]').length;
  expect(drawn).toBeGreaterThan(10);
  expect(drawn).toBeLessThanOrEqual(60);
});

it('has a filter from thirteen processes', async () => {
  await show(12);
  expect(panel().queryByRole('searchbox')).toBeNull();
  answerWith(200, fleetOf(13));
  await pass(6);
  expect(panel().getByRole('searchbox')).toBeTruthy();
});

it('keeps the last values of an open process that is gone, as past ones', async () => {
  changeQuery({ p: 'odd:monitor' });
  await show(3);
  expect(screen.getByRole('dialog', { name: 'odd:monitor' }).textContent).toContain('RED');
  answerWith(200, snapshotWith({ processes: [makeProcess()] }));
  await pass(6);
  const dialog = screen.getByRole('dialog', { name: 'odd:monitor' });
  expect(dialog.textContent).toContain('No longer in the snapshot');
  expect(dialog.textContent).toContain('was red');
  press('Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('asks nothing while it is paused, and says NO DATA once the last answer is too old', async () => {
  const fetch = await show(3);
  const polls = () => fetch.mock.calls.filter(([address]) => String(address).endsWith('/api/fleet')).length;
  press('p');
  await pass(29);
  expect(polls()).toBe(1);
  expect(screen.getByText('PAUSED', { exact: false })).toBeTruthy();
  await pass(3);
  expect(screen.getByRole('heading', { name: 'NO DATA', level: 2 })).toBeTruthy();
  press('r');
  await pass(0.1);
  expect(polls()).toBe(2);
});

it('says of a process without a heartbeat that there is none, and shows no age', async () => {
  const silent = { updated_at: null, last_heartbeat_age_sec: null, stale: true };
  answerWith(200, snapshotWith({ processes: [makeProcess(silent)] }));
  renderFleet('processes');
  await pass(0.1);
  const text = screen.getByRole('region', { name: 'Processes' }).textContent;
  expect(text).toContain('none limit 10m');
  expect(text).toContain('no heartbeat; last reported green');
});
