import { expect, it } from 'vitest';
import { makeSnapshot } from '../testing/make-snapshot.ts';
import { ageOfReading, takeReading } from './reading.ts';

const at = (seconds: number) => ({ monotonic_ms: seconds * 1000, wall_ms: 1e12 + seconds * 1000 });

it('ages from the moment at which the page got the snapshot', () => {
  const reading = takeReading(makeSnapshot(), at(100), null);
  expect(ageOfReading(reading, at(104))).toBe(4);
});

it('an answer that repeats the snapshot does not make it younger', () => {
  const first = takeReading(makeSnapshot(), at(100), null);
  const again = takeReading(makeSnapshot(), at(140), first);
  expect(ageOfReading(again, at(141))).toBe(41);
});

it('a newer snapshot starts anew', () => {
  const first = takeReading(makeSnapshot(), at(100), null);
  const newer = takeReading(makeSnapshot({ generated_at: '2026-04-30T14:00:05Z' }), at(105), first);
  expect(ageOfReading(newer, at(106))).toBe(1);
});
