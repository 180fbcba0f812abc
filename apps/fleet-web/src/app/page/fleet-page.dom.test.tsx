import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith } from '../../testing/answer-with.ts';
import { makeDecision } from '../../testing/make-decision.ts';
import { makeDelivery, makeDeliveryTable } from '../../testing/make-delivery.ts';
import { makeProblem } from '../../testing/make-problem.ts';
import { makeProcess } from '../../testing/make-process.ts';
import { renderFleet } from '../../testing/render-fleet.tsx';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.title = '';
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const panel = (name: string) => within(screen.getByRole('region', { name }));
const verdict = (name: string) => screen.getByRole('heading', { name, level: 2 });

async function show(body: unknown, status = 200) {
  const fetch = answerWith(status, body);
  renderFleet('processes', 'dependencies');
  await pass(0.1);
  return fetch;
}

it('is loading, and neither healthy nor failed, until the first answer', () => {
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  renderFleet();
  expect(verdict('LOADING')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Processes' }).getAttribute('aria-busy')).toBe('true');
});

it('says OK with shape, word and title when the fleet is healthy', async () => {
  await show(snapshotWith());
  expect(verdict('OK').textContent).toBe('● OK');
  expect(document.title).toBe('● OK · Jetmon Fleet · Safe to continue');
  expect(panel('Causes').getByText(/^8 processes, all fresh|^5 processes, all fresh and well/)).toBeTruthy();
});

it('a failed poll says NO DATA, not RED; the last values stay with their age', async () => {
  await show(snapshotWith({ decision: makeDecision({ code: 'hold' }) }));
  expect(verdict('AMBER')).toBeTruthy();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await pass(6);
  expect(verdict('NO DATA')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'RED' })).toBeNull();
  expect(document.title).toBe('? NO DATA · Jetmon Fleet');
  expect(screen.getByText(/last good/).textContent).toMatch(/^last good: AMBER, \ds ago$/);
  expect(panel('Processes').getByText('jetmon-a:monitor')).toBeTruthy();
});

it('says OK nowhere while there is no data', async () => {
  await show(snapshotWith());
  expect(document.body.textContent).toContain('OK');
  answerWith(503, makeProblem());
  await pass(6);
  expect(document.body.textContent).not.toMatch(/\bOK\b/);
  expect(document.querySelector('[data-face="ok"]')).toBeNull();
});

it('goes on counting how long ago each section was read while there is no data', async () => {
  await show(snapshotWith());
  answerWith(503, makeProblem());
  await pass(40);
  const heads = [...document.querySelectorAll('.panel-head')].map((head) => head.textContent ?? '');
  const ages = heads.map((head) => Number(/old, read (\d+)s ago/.exec(head)?.[1]));
  expect(ages.length).toBeGreaterThan(5);
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(40);
});

it('heals by itself when the API answers again', async () => {
  await show(makeProblem(), 503);
  expect(verdict('NO DATA')).toBeTruthy();
  answerWith(200, snapshotWith());
  await pass(6);
  expect(verdict('OK')).toBeTruthy();
});

it('keeps saying why while it asks again, though it never had an answer', async () => {
  await show(makeProblem(), 503);
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  await pass(6);
  expect(screen.getByText(/HTTP 503: The database cannot be read \(request r-17\)/)).toBeTruthy();
});

it('shows the last snapshot of a failing API as a past one', async () => {
  await show(makeProblem({ last_snapshot: snapshotWith(), last_snapshot_age_sec: 138 }), 503);
  expect(verdict('NO DATA')).toBeTruthy();
  expect(screen.getByText(/last good/).textContent).toMatch(/^last good: GREEN, 2m 18s ago$/);
});

it('says that whoever asks is signed out, with the last values and a button to reload', async () => {
  await show(snapshotWith());
  answerWith(401, '');
  await pass(6);
  expect(verdict('NO DATA')).toBeTruthy();
  expect(screen.getByText('Signed out: reload the page to sign in')).toBeTruthy();
  expect(screen.getByText(/wants you to sign in \(HTTP 401\)/)).toBeTruthy();
  expect(screen.getByText(/last good/).textContent).toMatch(/^last good: GREEN/);
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
});

it('leaves an API that has told no budget more time after each failure, and one that has told it as long', async () => {
  const timeouts = vi.spyOn(AbortSignal, 'timeout');
  await show('', 500);
  await pass(15);
  const { settings } = snapshotWith();
  const slow = snapshotWith({ settings: { ...settings, request_timeout_ms: 15_000 } });
  answerWith(503, makeProblem({ last_snapshot: slow, last_snapshot_age_sec: 9 }));
  await pass(16);
  answerWith(503, makeProblem());
  await pass(30);
  // The past is asked for with a patience of its own, which stays the same.
  const asked = [...new Set(timeouts.mock.calls.map(([ms]) => ms))];
  expect(asked.slice(0, 3)).toEqual([4_000, 7_000, 13_000]);
  expect(asked.at(-1)).toBe(16_000);
});

it('turns NO DATA when answers stop bringing anything new', async () => {
  await show(snapshotWith());
  await pass(29);
  expect(verdict('OK')).toBeTruthy();
  await pass(3);
  expect(verdict('NO DATA')).toBeTruthy();
});

it('never has two requests under way', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  renderFleet();
  await pass(1);
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  await pass(1);
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('asks every 5 s while all is well', async () => {
  const fetch = await show(snapshotWith());
  await pass(15);
  expect(fetch.mock.calls.filter(([url]) => String(url).endsWith('/api/fleet'))).toHaveLength(4);
});

it('lets ages tick between polls', async () => {
  await show(snapshotWith());
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  await pass(3);
  expect(screen.getByTestId('data-age').textContent).toBe('data read 3s ago');
  expect(panel('Processes').getAllByText('7s')).toHaveLength(5);
});

it('shows no oldest-due age when nothing is due', async () => {
  await show(snapshotWith());
  const row = panel('Delivery queues').getByRole('row', { name: /webhook/ });
  expect(within(row).getAllByRole('cell')[0]?.textContent).toBe('—');
});

it('shows dashes, and no zero, for a queue that could not be read', async () => {
  const none = { pending: null, due_now: null, future_retry: null, oldest_due_age_sec: null };
  const table = { ...none, delivered_since: null, failed_since: null, abandoned_since: null };
  const error = 'webhook deliveries could not be read';
  await show(
    snapshotWith({
      delivery: makeDelivery({ status: 'red', error, tables: [makeDeliveryTable({ ...table, error })] }),
    }),
  );
  const row = panel('Delivery queues').getByRole('row', { name: /webhook/ });
  expect(row.textContent).toContain('— delivered · — failed · — abandoned');
  expect(row.textContent).not.toContain('0');
});

it('links a process to its dashboard where it reports a port, and nowhere else', async () => {
  await show(snapshotWith());
  const links = panel('Processes').getAllByRole('link', { name: /^Host dashboard of/ });
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'http://jetmon-a:8080/',
    'http://jetmon-b:8080/',
    'http://jetmon-c:8080/',
    'http://jetmon-d:8080/',
  ]);
});

it('shows values that it does not know as they are', async () => {
  const processes = [
    makeProcess({ process_type: 'veriflier', state: 'hibernating', health_status: 'purple' }),
  ];
  await show(snapshotWith({ processes, decision: makeDecision({ code: unlistedWord('mauve') }) }));
  expect(verdict('mauve').textContent).toBe('? mauve');
  for (const word of ['veriflier', 'hibernating', 'purple']) {
    expect(screen.getByRole('region', { name: 'Processes' }).textContent).toContain(word);
  }
});

it('every panel says so when there is nothing in it', async () => {
  await show(snapshotWith({ processes: [], dependencies: [], versions: [] }));
  expect(panel('Processes').getByText('No process has reported its health')).toBeTruthy();
  expect(panel('Dependencies').getByText('No process reports dependencies')).toBeTruthy();
});
