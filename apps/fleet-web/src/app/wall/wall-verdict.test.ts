import { expect, it } from 'vitest';
import type { FleetView } from '../../api/view/fleet-view.ts';
import { makeDecision } from '../../testing/make-decision.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { NOTHING_SEEN } from './steady-decision.ts';
import { wallVerdict } from './wall-verdict.ts';

const received = { monotonicMs: 0, wallMs: 0 };
const STOPPED = { ...NOTHING_SEEN, shown: 'stop' };

function live(code: Parameters<typeof makeDecision>[0]): FleetView {
  const snapshot = snapshotWith({ decision: makeDecision(code) });
  return { kind: 'live', reading: { snapshot, received, ageSec: 0 } };
}

it("shows the API's words while the fleet must stop", () => {
  expect(wallVerdict(live({ code: 'stop' }), STOPPED)).toMatchObject({
    face: { label: 'RED' },
    headline: 'Words of the API',
  });
});

it('stays red after the first snapshot without a stop, and says what comes next', () => {
  expect(wallVerdict(live({ code: 'advance' }), STOPPED)).toMatchObject({
    face: { label: 'RED' },
    headline: 'Recovering: OK at the next good snapshot',
    title: '✕ RED · Jetmon Fleet · Recovering: OK at the next good snapshot',
  });
});

it('is NO DATA without data, however red it was', () => {
  const reason = { kind: 'silent' } as const;
  const view = { kind: 'noData', reading: null, reason, since: null } as const;
  expect(wallVerdict(view, STOPPED).face.label).toBe('NO DATA');
});
