import { expect, it } from 'vitest';
import type { FleetView } from '../api/fleet-view.ts';
import { makeSummary } from '../testing/make-summary.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { verdictOf } from './verdict.ts';

const received = { monotonic_ms: 0, wall_ms: 0 };

function live(overrides: Parameters<typeof snapshotWith>[0] = {}): FleetView {
  return { kind: 'live', reading: { snapshot: snapshotWith(overrides), received, age_sec: 0 } };
}

it('tells the state and the number of issues in the title', () => {
  const summary = makeSummary({ status: 'red', message: 'fleet has blockers', issues: ['a', 'b'] });
  expect(verdictOf(live({ summary }))).toMatchObject({
    headline: 'Do not advance: 0 blockers',
    title: '✕ RED · 2 issues · Jetmon Fleet',
  });
});

it('names the fleet where it has a name', () => {
  const { settings } = snapshotWith();
  expect(verdictOf(live({ settings: { ...settings, environment: 'production' } })).title).toBe(
    '● OK · Jetmon Fleet production',
  );
});

it('without data the title is NO DATA, whatever the last verdict was', () => {
  const reason = { kind: 'silent' } as const;
  expect(verdictOf({ kind: 'noData', reading: null, reason, since: null })).toMatchObject({
    face: { label: 'NO DATA' },
    title: '? NO DATA · Jetmon Fleet',
  });
});
