import { act, fireEvent, screen, within } from '@testing-library/react';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith } from '../../testing/answer-with.ts';
import { answered } from '../../testing/answered.ts';
import { makeDecision } from '../../testing/make-decision.ts';
import { makeProcess } from '../../testing/make-process.ts';
import { renderFleet } from '../../testing/render-fleet.tsx';
import { snapshotWith } from '../../testing/snapshot-with.ts';
// Loaded late: loading takes time of the machine.
import './history-section.tsx';

beforeEach(() => {
  window.location.hash = '';
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  window.location.hash = '';
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const openSections = () =>
  [...document.querySelectorAll('.panel[data-open="true"]')].map((section) => section.id);

async function show(snapshot: FleetSnapshot, ...open: readonly string[]) {
  answerWith(200, snapshot);
  renderFleet(...open);
  await pass(0.1);
}

async function poll(snapshot: FleetSnapshot) {
  answerWith(200, snapshot);
  await pass(6);
}

const fold = (title: string) =>
  within(screen.getByRole('region', { name: title })).getByRole('button', { name: title });
const red = (headline: string) => ({
  decision: makeDecision({ headline }),
  checklist: answered('heartbeats', { status: 'red' }),
});

it('a fleet that is well is the decision, the map and the queues, and one line for everything else', async () => {
  await show(snapshotWith());
  expect(openSections()).toEqual(['buckets', 'queues']);
  expect(screen.queryByRole('table', { name: 'Processes' })).toBeNull();
  expect(screen.getByRole('region', { name: 'Processes' }).textContent).toContain('5 processes: ');
});

it.each([
  ['heartbeats', 'red', 'processes'],
  ['checks', 'amber', 'sites'],
  ['drift', 'red', 'sites'],
  ['drift', 'unknown', 'sites'],
  ['delivery_owner', 'amber', 'ownership'],
  ['dependencies', 'amber', 'dependencies'],
  ['dependencies', 'unknown', 'dependencies'],
] as const)('the answer to %s is %s: the section "%s" is open', async (code, status, section) => {
  await show(snapshotWith({ checklist: answered(code, { status }) }));
  expect(openSections()).toContain(section);
});

it('amber that was planned opens nothing', async () => {
  await show(snapshotWith({ checklist: answered('ownership', { status: 'amber', planned: true }) }));
  expect(openSections()).toEqual(['buckets', 'queues']);
});

it('what somebody has chosen wins, stands in the address, and leaves it when it is what the section does by itself', async () => {
  await show(snapshotWith());
  fireEvent.click(fold('Processes'));
  fireEvent.click(fold('Bucket owners'));
  expect(openSections()).toEqual(['queues', 'processes']);
  expect(window.location.search).toBe('?open=processes&shut=buckets');
  await poll(snapshotWith(red('Words')));
  // What became trouble opens what was before, and leaves what somebody has chosen.
  expect(openSections()).toEqual(['queues', 'processes', 'history']);
  fireEvent.click(fold('Bucket owners'));
  expect(window.location.search).toBe('?open=processes');
});

it('no poll folds or unfolds anything while the verdict is the same', async () => {
  await show(snapshotWith(red('jetmon-b is silent')));
  expect(openSections()).toContain('processes');
  await poll(snapshotWith({ ...red('jetmon-b is silent'), checklist: answered('drift', { status: 'red' }) }));
  expect(openSections()).toContain('processes');
  expect(openSections()).not.toContain('sites');
  await poll(snapshotWith());
  expect(openSections()).toEqual(['buckets', 'queues']);
});

it('a link to a section opens it, also after it was shut', async () => {
  await show(snapshotWith());
  const mark = screen.getByRole('link', { name: /Heartbeats/ });
  fireEvent.click(mark);
  expect(openSections()).toContain('processes');
  fireEvent.click(fold('Processes'));
  fireEvent.click(mark);
  expect(openSections()).toContain('processes');
});

it('an address that leads to a section opens it', async () => {
  window.location.hash = '#dependencies';
  await show(snapshotWith());
  expect(openSections()).toContain('dependencies');
});

it("what is folded is found by the browser's own search, which opens it", async () => {
  await show(snapshotWith());
  const body = document.querySelector('#processes .section-body');
  expect(body?.getAttribute('hidden')).toBe('until-found');
  expect(body?.textContent).toContain('jetmon-a:monitor');
  act(() => {
    body?.dispatchEvent(new Event('beforematch'));
  });
  expect(openSections()).toContain('processes');
  expect(body?.hasAttribute('hidden')).toBe(false);
});

it('the key to the filter opens the processes where they are folded and takes the very next letter, and leaves the address where they are not', async () => {
  const processes = Array.from({ length: 13 }, (_, index) => makeProcess({ host_id: `host-${index}` }));
  await show(snapshotWith({ processes }));
  const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '/' }));
  press();
  expect(document.activeElement?.getAttribute('type')).toBe('search');
  await pass(0.1);
  expect(openSections()).toContain('processes');
  const { search } = window.location;
  press();
  expect(window.location.search).toBe(search);
});
