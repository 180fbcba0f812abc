import { cleanup, render, screen } from '@testing-library/react';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Issue } from 'fleet-core/contract/issue';
import { afterEach, expect, it } from 'vitest';
import { FreshnessOf } from '../../components/freshness.ts';
import { makeCause } from '../../testing/make-cause.ts';
import { makeSummary } from '../../testing/make-summary.ts';
import { renderedWith } from '../../testing/rendered-with.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { CauseFindings } from './cause-findings.tsx';

afterEach(cleanup);

const silent = (host: string, forText: string): Issue => ({
  code: 'process_stale',
  severity: 'red',
  subject: `${host}:monitor`,
  subject_kind: 'process',
  message: `${host}:monitor is silent for ${forText}`,
});

const told = (kind: 'live' | 'old', ...issue_details: readonly Issue[]) => {
  const snapshot: FleetSnapshot = snapshotWith({
    summary: makeSummary({ issue_details: [...issue_details] }),
  });
  const clock = {
    generated_at: snapshot.generated_at,
    received: { monotonicMs: 0, wallMs: Date.now() },
    ageSec: 0,
  };
  return (
    <FreshnessOf value={{ kind, clock }}>
      <CauseFindings cause={makeCause({ issue_refs: [0, 1] })} snapshot={snapshot} />
    </FreshnessOf>
  );
};

/** With what each item of the issues, each of their marks and links was rendered. */
function drawn(): unknown[] {
  const issues = screen.getByRole('list', { name: 'Issues', hidden: true });
  return [...issues.querySelectorAll('li, .badge, a')].map(renderedWith);
}

it('an answer in which issues say the same draws none of them again, nor their marks and links', () => {
  const { rerender } = render(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  const before = drawn();
  expect(before).toHaveLength(8);
  rerender(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  expect(drawn().filter((now, place) => now !== before[place])).toEqual([]);
});

it('of an issue that says something else its words are drawn anew, and nothing beside them', () => {
  const { rerender } = render(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  const before = drawn();
  rerender(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '3m')));
  expect(drawn().map((now, place) => now !== before[place])).toEqual([
    ...[false, false, false, false],
    ...[true, false, true, false],
  ]);
  expect(screen.getByText('jetmon-b:monitor is silent for 3m')).toBeTruthy();
});

it('whoever has come to a link of an issue by keyboard stays there while its seconds pass', () => {
  const { rerender } = render(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  const issues = screen.getByRole('list', { name: 'Issues', hidden: true });
  const links = [...issues.querySelectorAll('a')];
  for (const details of document.querySelectorAll('details')) details.open = true;
  links[3]?.focus();
  rerender(told('live', silent('jetmon-a', '15m'), silent('jetmon-b', '3m')));
  expect(document.activeElement).toBe(links[3]);
});

it('once the page is old every mark says that it was', () => {
  const { rerender } = render(told('live', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  rerender(told('old', silent('jetmon-a', '14m'), silent('jetmon-b', '2m')));
  expect(screen.getAllByText(/was red/)).toHaveLength(2);
});
