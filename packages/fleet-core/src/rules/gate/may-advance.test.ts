import { expect, it } from 'vitest';
import { makeReadings } from '../../testing/make/make-readings.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { mayAdvance } from './may-advance.ts';

it('the healthy fleet may advance', () => {
  expect(mayAdvance(makeSnapshot())).toBe(true);
});

it('a fleet of which something could not be read may not', () => {
  expect(mayAdvance(makeSnapshot({ alert_deliveries: { ok: false, duration_ms: 1 } }))).toBe(false);
});

it('a fleet without a monitor may not', () => {
  const { process_health } = makeReadings();
  expect(mayAdvance(makeSnapshot({ process_health: { ...process_health, value: [] } }))).toBe(false);
});

it('a fleet whose every issue is muted may, and one whose rows could not all be read may not, muted or not', () => {
  const snapshot = makeSnapshot();
  const decision = { ...snapshot.decision, code: 'advance_as_planned' as const };
  expect(mayAdvance({ ...snapshot, decision })).toBe(true);
  const sources = snapshot.sources.map((source, i) => ({ ...source, ok: i > 0 }));
  expect(mayAdvance({ ...snapshot, decision, sources })).toBe(false);
});
