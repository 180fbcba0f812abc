import { DECISION_CODES } from 'fleet-core/contract/decision';
import { expect, it } from 'vitest';
import type { FleetView } from '../api/view/fleet-view.ts';
import { makeDecision } from '../testing/make-decision.ts';
import { makeSummary } from '../testing/make-summary.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { unlistedWord } from '../testing/unlisted-word.ts';
import { verdictOf } from './verdict.ts';

const received = { monotonicMs: 0, wallMs: 0 };

function live(overrides: Parameters<typeof snapshotWith>[0] = {}): FleetView {
  return { kind: 'live', reading: { snapshot: snapshotWith(overrides), received, ageSec: 0 } };
}

const faceOn = (code: Parameters<typeof makeDecision>[0]) =>
  verdictOf(live({ decision: makeDecision(code) })).face;

it("says the API's headline word for word, with the state and the fleet in the title", () => {
  const decision = makeDecision({ code: 'stop', headline: 'Do not advance: jetmon-b is silent' });
  const { settings } = snapshotWith();
  const view = live({ decision, settings: { ...settings, environment: 'production' } });
  expect(verdictOf(view)).toMatchObject({
    headline: 'Do not advance: jetmon-b is silent',
    title: '✕ RED · Jetmon Fleet production · Do not advance: jetmon-b is silent',
  });
});

it('has a face of its own for each decision, and green for advance alone', () => {
  const tokens = DECISION_CODES.map((code) => faceOn({ code }).token);
  expect(tokens).toEqual(['ok', 'planned', 'amber', 'red']);
});

it.each(['wait', 'ADVANCE', '', 'constructor'])(
  'never takes "%s", which it does not know, for green',
  (code) => {
    expect(faceOn({ code: unlistedWord(code) })).toMatchObject({ token: 'unknown', glyph: '?' });
  },
);

it('goes by the decision and not by what the original dashboard says', () => {
  const summary = makeSummary({ status: 'green' });
  expect(verdictOf(live({ summary, decision: makeDecision({ code: 'hold' }) })).face.token).toBe('amber');
});

it('without data the title is NO DATA, whatever the last verdict was', () => {
  const reason = { kind: 'silent' } as const;
  expect(verdictOf({ kind: 'noData', reading: null, reason, since: null })).toMatchObject({
    face: { label: 'NO DATA' },
    title: '? NO DATA · Jetmon Fleet',
  });
});

it('a page that is paused says so, and not that the fleet cannot be seen', () => {
  const reading = { snapshot: snapshotWith(), received, ageSec: 40 };
  const headlineFor = (kind: 'paused' | 'silent') =>
    verdictOf({ kind: 'noData', reading, reason: { kind }, since: null }).headline;
  expect(headlineFor('paused')).toBe('PAUSED: the fleet is not being asked');
  expect(headlineFor('silent')).toBe('Cannot see the fleet');
});
