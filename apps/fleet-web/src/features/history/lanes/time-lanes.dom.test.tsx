import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { makeHistory, makeQueueSample, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { afterEach, expect, it } from 'vitest';
import type { TimeCursor } from '../time-cursor.ts';
import { SIX_HOURS } from '../time-span.ts';
import { TimeView } from '../time-view.tsx';

afterEach(cleanup);

const NOW = new Date(NOW_MS).toISOString();
/** A hundredth of six hours, as far as an arrow key goes. */
const STEP_MIN = 3.6;

function show(at: (ago: number) => object | null): void {
  const history = makeHistory({ samples: makeSamples(360, at) });
  showView(history);
}

/** The view, which reads the instant that it is told to. */
function showView(history: ReturnType<typeof makeHistory>): void {
  const { rerender } = render(null);
  const read = (cursor: TimeCursor) =>
    rerender(
      <TimeView
        history={history}
        generatedAt={NOW}
        span={SIX_HOURS}
        causeHref={() => undefined}
        queues={[]}
        cursor={cursor}
        onCursor={read}
      />,
    );
  read(null);
}

const reading = () => screen.getByRole('slider').getAttribute('aria-valuetext');

it('tells the present until somebody asks for another instant', () => {
  show((ago) => ({ webhook: makeQueueSample({ due_now: ago === 0 ? 7 : 0 }) }));
  expect(reading()).toContain('webhook due 7');
});

it('the arrow keys go back in time, and read every line there', () => {
  show((ago) => ({ webhook: makeQueueSample({ due_now: ago < STEP_MIN ? 7 : 1200 }) }));
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' });
  expect(reading()).toContain('13:56:24 UTC: webhook due 1,200');
  expect(screen.getByText('1,200', { selector: 'b' })).toBeDefined();
  fireEvent.blur(screen.getByRole('slider'));
  expect(reading()).toContain('webhook due 7');
});

it('a time that nobody watched is told as such, and never as what was before it', () => {
  show((ago) => (ago > 0 && ago < 20 ? null : { webhook: makeQueueSample({ due_now: 7 }) }));
  fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' });
  expect(reading()).toMatch(/UTC: not watched$/);
});

it('a line that was zero all the time is only named', () => {
  show(() => ({}));
  expect(
    screen.getByText(/Zero all the time: webhook oldest due, due, failed, abandoned · alert/),
  ).toBeDefined();
  expect(reading()).not.toContain('webhook failed');
});

it('a number that could not be read at any time is drawn as such, not named among the zeros', () => {
  show(() => ({ alert: makeQueueSample({ due_now: null }) }));
  expect(reading()).toContain('alert due —');
});
