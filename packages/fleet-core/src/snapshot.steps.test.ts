import { expect, it } from 'vitest';
import { rememberOnly } from './rules/memory/remember.ts';
import { buildSnapshot, snapshotSteps } from './snapshot.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeReadings } from './testing/make/make-readings.ts';

it('a snapshot is made in eight steps, and is the same as one that is made at once', () => {
  const [readings, context] = [makeReadings(), makeContext()];
  const steps = snapshotSteps(readings, context, rememberOnly(readings));
  let taken = 1;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) taken += 1;
  expect(taken).toBe(9);
  expect(step.value).toEqual(buildSnapshot(readings, context));
});
