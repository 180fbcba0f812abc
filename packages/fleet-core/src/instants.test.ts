import { expect, it } from 'vitest';
import { buildSnapshot } from './snapshot.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeProcessHealth } from './testing/make/make-process-health.ts';
import { makeReading } from './testing/make/make-reading.ts';
import { makeReadings } from './testing/make/make-readings.ts';
import { NOW_MS } from './testing/make/now.ts';

/** Every text in it that begins as an instant does. */
function instantsIn(value: unknown): string[] {
  const texts = JSON.stringify(value).match(/"\d{4}-\d{2}-\d{2}T[^"]*"/g) ?? [];
  return texts.map((text) => text.slice(1, -1));
}

it('all times of a snapshot have one form, that of the worked example: whole seconds in UTC', () => {
  const row = makeProcessHealth({ started_at_ms: NOW_MS - 1234.5, updated_at_ms: NOW_MS - 987 });
  const snapshot = buildSnapshot(
    makeReadings({ now_ms: NOW_MS + 0.25, process_health: makeReading([row], { read_at_ms: NOW_MS + 7 }) }),
    makeContext(),
  );
  const instants = instantsIn(snapshot);
  expect(instants.length).toBeGreaterThan(10);
  for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
});
