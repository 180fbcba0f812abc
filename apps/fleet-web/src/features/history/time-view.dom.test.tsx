import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { afterEach, expect, it } from 'vitest';
import type { TimeCursor } from './time-cursor.ts';
import { SIX_HOURS } from './time-span.ts';
import { TimeView } from './time-view.tsx';

afterEach(cleanup);

const NOW = new Date(NOW_MS).toISOString();
const ago = (minutes: number) => new Date(NOW_MS - minutes * 60_000).toISOString();

/** Five hours of watching with an issue that came and went, one that stands, and half an hour that nobody watched. */
const HISTORY = makeHistory({
  watching_since: ago(300),
  samples: makeSamples(300, (minutes) => (minutes > 240 && minutes < 270 ? null : {})),
  status_transitions: [
    { at: ago(300), from: null, to: 'green' },
    { at: ago(270), from: 'green', to: 'unwatched' },
    { at: ago(240), from: 'unwatched', to: 'green' },
    { at: ago(100), from: 'green', to: 'red' },
    { at: ago(50), from: 'red', to: 'amber' },
  ],
  issue_transitions: [
    {
      at: ago(100),
      code: 'process_stale',
      from: null,
      to: 'red',
      headline: 'jetmon-b is silent',
      subjects: ['b'],
    },
    { at: ago(50), code: 'process_stale', from: 'red', to: null },
    { at: ago(50), code: 'delivery_queues', from: null, to: 'amber', headline: '90 deliveries are due' },
  ],
});

/** The view, which reads the instant that it is told to. */
function showView(): void {
  const { rerender } = render(null);
  const read = (cursor: TimeCursor) =>
    rerender(
      <TimeView
        history={HISTORY}
        generatedAt={NOW}
        span={SIX_HOURS}
        causeHref={(code) => (code === 'delivery_queues' ? '#cause-1' : undefined)}
        queues={[]}
        cursor={cursor}
        onCursor={read}
      />,
    );
  read(null);
}

const slider = () => screen.getByRole('slider');
const press = (key: string, times = 1) => {
  for (let time = 0; time < times; time++) fireEvent.keyDown(slider(), { key });
};
/** 20 steps of 3.6 minutes: 72 minutes ago, when jetmon-b was silent. */
const STEPS_TO_RED = 20;
const told = () => screen.getByRole('list', { name: 'What changed' }).textContent;

it('an incident that stands leads to its cause, one that is over says what it was', () => {
  showView();
  const links = screen.getAllByRole('link', { name: /cause/ });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#cause-1']);
  expect(told()).toContain('process stale · jetmon-b is silent');
  expect(told()).toContain('for 50m');
  expect(told()).toContain('for 50m so far');
});

it('Enter keeps the instant, and only what stood then is listed, until Escape', () => {
  showView();
  press('ArrowLeft', STEPS_TO_RED);
  expect(told()).toContain('90 deliveries');
  press('Enter');
  fireEvent.blur(slider());
  expect(told()).toContain('jetmon-b is silent');
  expect(told()).not.toContain('90 deliveries');
  expect(slider().getAttribute('aria-valuetext')).toMatch(/RED$/);
  press('Escape');
  expect(told()).toContain('90 deliveries');
  expect(slider().getAttribute('aria-valuetext')).toMatch(/AMBER$/);
});

it('an instant at which nothing was wrong says so', () => {
  showView();
  press('ArrowLeft', 40);
  press('Enter');
  expect(screen.getByRole('status').textContent).toContain('Nothing that is told of stood at');
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(told()).toContain('90 deliveries');
});

it('a time that nobody watched is no verdict', () => {
  showView();
  press('ArrowLeft', 70);
  expect(screen.getAllByText('not watched', { selector: '.lane-name b' }).length).toBeGreaterThan(0);
  expect(slider().getAttribute('aria-valuetext')).toMatch(/UTC: not watched$/);
});
